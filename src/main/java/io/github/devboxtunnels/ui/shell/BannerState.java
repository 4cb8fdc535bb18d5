package io.github.devboxtunnels.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that is wrong now. Of several the gravest.
 *
 * @param cause what it is
 * @param lead the bold word
 * @param sentence what it means
 * @param note when it is tried again; blank when it is not
 * @param remedy the one thing offered
 */
public record BannerState(Cause cause, String lead, String sentence, String note, Remedy remedy) {

    private static final Texts TEXTS = Texts.of(BannerState.class);

    /** What can be wrong, the gravest first. */
    public enum Cause {
        /** 401. */
        KEY_REFUSED(true),
        /** A certificate this computer does not trust. */
        CERTIFICATE(true),
        /** The account may not work. */
        ACCOUNT_DISABLED(true),
        /** 403. */
        FORBIDDEN(true),
        /** No connection. */
        OFFLINE(false),
        /** An answer that is not Runloop's. */
        MALFORMED(false),
        /** 429, or 503 with a wait. */
        SLOWED_DOWN(false),
        /** Reads fail again and again for another reason. */
        STALE(false),
        /** The account used up what it may use. */
        QUOTA(false);

        private final boolean grave;

        Cause(boolean grave) {
            this.grave = grave;
        }

        /** Whether it does not pass by waiting. */
        public boolean grave() {
            return grave;
        }
    }

    /** What is offered. */
    public enum Remedy {
        /** Read now. */
        TRY_NOW,
        /** Enter another key. */
        UPDATE_KEY,
        /** Open the account's page. */
        OPEN_PLATFORM
    }

    /** What is wrong; null when nothing is. */
    static @Nullable BannerState of(DevboxList list, Account account, String host, Instant now, ZoneId zone) {
        Cause cause = cause(list, account);
        if (cause == null) {
            return null;
        }
        Problem problem = list.problem();
        Problem.Reply reply = problem == null ? null : problem.reply();
        Instant readAt = list.readAt();
        String known = readAt == null ? null : Freshness.clock(readAt, now, zone);
        String said = reply == null || reply.text().isBlank()
                ? TEXTS.get("shell.banner.silent")
                : Sentences.ended(reply.text());
        String status = reply == null ? "" : Integer.toString(reply.status());
        String key = switch (cause) {
            case KEY_REFUSED -> "key-refused";
            case CERTIFICATE -> "certificate";
            case ACCOUNT_DISABLED -> "disabled";
            case FORBIDDEN -> "forbidden";
            case OFFLINE -> known == null ? "offline-unread" : "offline";
            case MALFORMED -> "malformed";
            case SLOWED_DOWN -> "slowed";
            case STALE -> stale(problem);
            case QUOTA -> "quota";
        };
        String shown = known == null ? "" : TEXTS.get("shell.banner.known", known);
        Object[] facts = {host, shown, said, status, account.standingWord()};
        String sentence = TEXTS.get("shell.banner." + key + ".sentence", facts).strip();
        boolean platform = cause == Cause.ACCOUNT_DISABLED || cause == Cause.QUOTA;
        return new BannerState(cause, TEXTS.get("shell.banner." + key, facts), sentence,
                platform ? "" : note(list, now),
                cause == Cause.KEY_REFUSED || cause == Cause.FORBIDDEN
                        ? Remedy.UPDATE_KEY
                        : platform ? Remedy.OPEN_PLATFORM : Remedy.TRY_NOW);
    }

    private static @Nullable Cause cause(DevboxList list, Account account) {
        Cause byRead = switch (list.problem()) {
            case Problem.Unauthorised _ -> Cause.KEY_REFUSED;
            case Problem.UntrustedCertificate _ -> Cause.CERTIFICATE;
            case Problem.Forbidden _ -> Cause.FORBIDDEN;
            case Problem.Offline _ -> Cause.OFFLINE;
            case Problem.Malformed _ -> Cause.MALFORMED;
            case Problem.SlowedDown _ -> Cause.SLOWED_DOWN;
            // One lost answer is no news; the age in the top bar tells.
            case Problem.Unanswered _,Problem.Server _,Problem.NotFound _,Problem.Refused _,Problem.Unexpected _ ->
                list.missed() >= Freshness.STALE_AFTER || list.readAt() == null ? Cause.STALE : null;
            case null -> null;
        };
        Cause byAccount = switch (account.standing()) {
            case ENABLED -> null;
            case DISABLED -> Cause.ACCOUNT_DISABLED;
            case QUOTA_REACHED -> Cause.QUOTA;
        };
        if (byRead == null || byAccount == null) {
            return byRead == null ? byAccount : byRead;
        }
        return byRead.compareTo(byAccount) < 0 ? byRead : byAccount;
    }

    private static String stale(@Nullable Problem problem) {
        return switch (problem) {
            case Problem.Unanswered _ -> "unanswered";
            case Problem.Unexpected _ -> "unexpected";
            case null, default -> "server";
        };
    }

    private static String note(DevboxList list, Instant now) {
        Instant next = list.nextTry();
        if (next == null) {
            return TEXTS.get("shell.banner.trying");
        }
        long seconds = Math.max(1, Duration.between(now, next).plusMillis(999).toSeconds());
        return TEXTS.get("shell.banner.next", Long.toString(seconds));
    }
}
