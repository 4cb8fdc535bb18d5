package io.github.devboxtunnels.gateway.process;

import java.time.Instant;

import io.github.devboxtunnels.gateway.BrowserQuestion;

/** A browser's question, asked in the other process and answered here. */
record RemoteQuestion(long id, String number, Instant askedAt, Commands commands) implements BrowserQuestion {

    @Override
    public void approve() {
        commands.decide(id, true);
    }

    @Override
    public void deny() {
        commands.decide(id, false);
    }
}
