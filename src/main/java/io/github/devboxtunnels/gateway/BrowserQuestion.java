package io.github.devboxtunnels.gateway;

import java.time.Instant;

/** "Let this browser in? 4821": a browser that could not read the ticket file shows the same number. */
public interface BrowserQuestion {

    /** Four digits, as the browser shows them. */
    String number();

    /** When it was asked; it closes by itself after 60 s. */
    Instant askedAt();

    /** Lets the browser in: its page goes on by itself. Does nothing once closed. */
    void approve();

    /** Keeps it out; its page says so. Does nothing once closed. */
    void deny();
}
