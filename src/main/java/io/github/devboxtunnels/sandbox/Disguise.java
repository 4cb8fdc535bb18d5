package io.github.devboxtunnels.sandbox;

import java.util.Map;

import io.vertx.core.buffer.Buffer;

/**
 * Carried out, but answered with something else.
 *
 * @param answer sent in place of the result
 */
record Disguise(Answer answer) implements Fault {

    /** What a proxy in between might send. */
    static final String PAGE = "<!doctype html><html><head><title>Gateway</title></head>"
            + "<body><h1>The server is <em>busy</em></h1></body></html>";

    static Disguise html(int status) {
        return new Disguise(
                new Answer(status, Answer.typed(Map.of(), "text/html"), Buffer.buffer(PAGE), null));
    }
}
