package io.github.devboxtunnels.sandbox;

import java.util.Map;

/**
 * Not carried out.
 *
 * @param answer sent in place of a result
 */
record Refusal(Answer answer) implements Fault {

    static Refusal of(int status, String message, Map<String, String> headers) {
        Answer plain = Answer.error(status, message);
        return new Refusal(new Answer(status, Answer.typed(headers, Answer.JSON), plain.body(), null));
    }
}
