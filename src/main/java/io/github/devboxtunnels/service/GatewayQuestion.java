package io.github.devboxtunnels.service;

import io.github.devboxtunnels.gateway.BrowserQuestion;

/** "Let this browser in? 4821". Equal to itself alone. */
public final class GatewayQuestion {

    private final BrowserQuestion question;

    GatewayQuestion(BrowserQuestion question) {
        this.question = question;
    }

    /** Four digits, as the browser shows them. */
    public String number() {
        return question.number();
    }

    /** Lets the browser in; may block for a moment. */
    public void approve() {
        question.approve();
    }

    /** Keeps it out; may block for a moment. */
    public void deny() {
        question.deny();
    }
}
