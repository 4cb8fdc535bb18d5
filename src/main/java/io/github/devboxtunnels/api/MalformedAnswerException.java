package io.github.devboxtunnels.api;

import java.io.Serial;

/** A success whose body is not what the API promises. The message repeats nothing of the body. */
final class MalformedAnswerException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message) {
        super(message);
    }
}
