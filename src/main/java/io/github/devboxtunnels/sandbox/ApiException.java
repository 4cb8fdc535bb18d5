package io.github.devboxtunnels.sandbox;

import java.io.Serial;

/** Ends an operation with an error answer of the API. */
final class ApiException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    ApiException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static ApiException badRequest(String message) {
        return new ApiException(400, message);
    }

    static ApiException notFound(String what) {
        return new ApiException(404, what + " not found");
    }

    int status() {
        return status;
    }

    Answer answer() {
        return Answer.error(status, getMessage());
    }
}
