package io.github.devboxtunnels.ui.connect;

import java.time.Duration;
import java.util.Locale;

import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Why connecting did not succeed, as its strip says it.
 *
 * @param lead what happened
 * @param text what it may mean
 * @param remedy the one thing offered
 * @param aboutKey whether the key is to blame, so that its field is marked
 * @param requestId for support; null without
 */
public record ConnectTrouble(String lead, String text, Remedy remedy, boolean aboutKey, @Nullable String requestId) {

    private static final Texts TEXTS = Texts.of(ConnectTrouble.class);

    /** What a person can do about it. */
    public enum Remedy {
        /** Open the page where keys are made. */
        NEW_KEY,
        /** Connect once more. */
        AGAIN,
        /** Look at the base URL. */
        BASE_URL,
        /** Start the sandbox once more. */
        SANDBOX_AGAIN,
        /** Nothing but to type. */
        NONE;

        /** The words of its link; null without one. */
        public @Nullable String label() {
            return this == NONE
                    ? null
                    : TEXTS.get("connect.remedy." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** The text cannot be a key, so nothing was sent. */
    static ConnectTrouble notAKey() {
        return new ConnectTrouble(TEXTS.get("connect.trouble.no-key"), TEXTS.get("connect.trouble.no-key.text"),
                Remedy.NONE, true, null);
    }

    /** A variable beside the key in the environment cannot be used, so nothing was sent. */
    static ConnectTrouble environment(String variable) {
        return new ConnectTrouble(TEXTS.get("connect.trouble.environment", variable),
                TEXTS.get("connect.trouble.environment.text"), Remedy.NONE, false, null);
    }

    /** The sandbox did not start. */
    static ConnectTrouble sandbox() {
        return new ConnectTrouble(TEXTS.get("connect.trouble.sandbox"), TEXTS.get("connect.trouble.sandbox.text"),
                Remedy.SANDBOX_AGAIN, false, null);
    }

    /** Words for a problem met while connecting. */
    static ConnectTrouble of(Problem problem, Connection to) {
        String host = to.origin().host();
        return switch (problem) {
            case Problem.Unauthorised(Problem.Reply reply) -> new ConnectTrouble(refused(to, reply),
                    TEXTS.get("connect.trouble.refused.text"), Remedy.NEW_KEY, true, reply.requestId());
            case Problem.Forbidden(Problem.Reply reply) ->
                new ConnectTrouble(TEXTS.get("connect.trouble.forbidden", status(reply)), said(reply, host),
                        Remedy.NEW_KEY, true, reply.requestId());
            case Problem.NotFound(Problem.Reply reply) -> notRunloop(reply, host);
            case Problem.Refused(Problem.Reply reply) -> notRunloop(reply, host);
            case Problem.SlowedDown(Problem.Reply reply, Duration wait) ->
                again(TEXTS.get("connect.trouble.slowed"), slowed(wait), reply);
            case Problem.Server(Problem.Reply reply) ->
                again(TEXTS.get("connect.trouble.server", host, status(reply)), said(reply, host), reply);
            case Problem.Malformed _ -> new ConnectTrouble(TEXTS.get("connect.trouble.malformed", host),
                    TEXTS.get("connect.trouble.malformed.text"), Remedy.BASE_URL, false, null);
            case Problem.Offline _ -> silent("offline", host);
            case Problem.UntrustedCertificate _ -> silent("certificate", host);
            case Problem.Unanswered(boolean timedOut) -> silent(timedOut ? "timed-out" : "broken", host);
            case Problem.Unexpected _ -> silent("unexpected", host);
        };
    }

    private static String refused(Connection to, Problem.Reply reply) {
        return TEXTS.get(to.kind() == Connection.Kind.ENVIRONMENT
                ? "connect.trouble.refused.environment"
                : "connect.trouble.refused", status(reply));
    }

    private static ConnectTrouble notRunloop(Problem.Reply reply, String host) {
        return new ConnectTrouble(TEXTS.get("connect.trouble.malformed", host),
                TEXTS.get("connect.trouble.not-runloop.text", status(reply)), Remedy.BASE_URL, false,
                reply.requestId());
    }

    private static ConnectTrouble again(String lead, String text, Problem.Reply reply) {
        return new ConnectTrouble(lead, text, Remedy.AGAIN, false, reply.requestId());
    }

    private static ConnectTrouble silent(String why, String host) {
        return new ConnectTrouble(TEXTS.get("connect.trouble." + why, host),
                TEXTS.get("connect.trouble." + why + ".text", host), Remedy.AGAIN, false, null);
    }

    private static String slowed(@Nullable Duration wait) {
        return wait == null
                ? TEXTS.get("connect.trouble.slowed.text")
                : TEXTS.get("connect.trouble.slowed.seconds", Long.toString(Math.max(1, wait.toSeconds())));
    }

    private static String said(Problem.Reply reply, String host) {
        return reply.text().isBlank()
                ? TEXTS.get("connect.trouble.silent")
                : TEXTS.get("connect.trouble.said", host, reply.text());
    }

    private static String status(Problem.Reply reply) {
        return Integer.toString(reply.status());
    }
}
