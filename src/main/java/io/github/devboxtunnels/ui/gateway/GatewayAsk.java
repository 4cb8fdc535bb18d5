package io.github.devboxtunnels.ui.gateway;

import io.github.devboxtunnels.service.GatewayQuestion;

/**
 * A browser asks to be let in.
 *
 * @param question the number and the two answers
 * @param title asks it
 * @param sentence says what is at stake
 */
record GatewayAsk(GatewayQuestion question, String title, String sentence) {
}
