package io.github.devboxtunnels.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, without a word for the user: the UI turns each kind into one sentence and one action. Carries no
 * secret.
 */
public sealed interface Problem {

    /**
     * An answer of the server that was not the one hoped for.
     *
     * @param status HTTP status
     * @param text the server's own words, secrets and mark-up removed
     * @param code the server's short code, or null
     * @param requestId for support, or null
     */
    record Reply(int status, String text, @Nullable String code, @Nullable String requestId) {
    }

    /** The server's answer, when there was one. */
    default @Nullable Reply reply() {
        return null;
    }

    /** 401: the key is wrong or revoked. */
    record Unauthorised(Reply reply) implements Problem {
    }

    /** 403: the key or the account may not do this. */
    record Forbidden(Reply reply) implements Problem {
    }

    /** 404: no such devbox. */
    record NotFound(Reply reply) implements Problem {
    }

    /** 400, 409, 422: the server understood and refused. */
    record Refused(Reply reply) implements Problem {
    }

    /**
     * 429, or 503 with a wait.
     *
     * @param retryAfter how long to wait, or null when the server did not say
     */
    record SlowedDown(Reply reply, @Nullable Duration retryAfter) implements Problem {
    }

    /** Any other status that is not a success. */
    record Server(Reply reply) implements Problem {
    }

    /** An answer that is not what the API promises: HTML, half a body, a missing member. */
    record Malformed(String detail) implements Problem {
    }

    /** No connection: refused, no route, no name. The server did nothing. */
    record Offline(String detail) implements Problem {
    }

    /** The connection broke, or time ran out, after bytes were sent: the server may have done it or not. */
    record Unanswered(boolean timedOut) implements Problem {
    }

    /** The certificate is not trusted by this computer. The server did nothing. */
    record UntrustedCertificate(String detail) implements Problem {
    }

    /** A defect of this application; details are in the log. */
    record Unexpected(String detail) implements Problem {
    }
}
