package io.github.devboxtunnels.ui.tunnel;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A failed attempt in words, as its strip shows it.
 *
 * @param lead what did not happen and who said so
 * @param text the server's own words, or what is known instead
 * @param aftermath what is true now and what to do
 * @param requestId for support; null without
 */
public record Trouble(String lead, String text, String aftermath, @Nullable String requestId) {

    private static final Texts TEXTS = Texts.of(Trouble.class);

    /** Words for a problem; {@code notDone} says what did not happen ("Not enabled."). */
    static Trouble of(String notDone, Problem problem, String aftermath) {
        Problem.Reply reply = problem.reply();
        if (reply != null) {
            String lead = notDone + " " + TEXTS.get("tunnel.trouble.answered", Integer.toString(reply.status()));
            return new Trouble(lead, reply.text(), aftermath, reply.requestId());
        }
        return new Trouble(notDone, TEXTS.get(silence(problem)), aftermath, null);
    }

    /** Whether the server surely did nothing, so that the devbox need not be read to know. */
    static boolean surelyNothing(Problem problem) {
        return switch (problem) {
            case Problem.Offline _,Problem.UntrustedCertificate _,Problem.Unauthorised _,Problem.Forbidden _,Problem.NotFound _,Problem.SlowedDown _ ->
                true;
            case Problem.Refused _,Problem.Server _,Problem.Malformed _,Problem.Unanswered _,Problem.Unexpected _ ->
                false;
        };
    }

    private static String silence(Problem problem) {
        return switch (problem) {
            case Problem.Offline _ -> "tunnel.trouble.offline";
            case Problem.UntrustedCertificate _ -> "tunnel.trouble.certificate";
            case Problem.Unanswered(boolean timedOut) ->
                timedOut ? "tunnel.trouble.timed-out" : "tunnel.trouble.broken";
            case Problem.Malformed _ -> "tunnel.trouble.malformed";
            default -> "tunnel.trouble.unexpected";
        };
    }
}
