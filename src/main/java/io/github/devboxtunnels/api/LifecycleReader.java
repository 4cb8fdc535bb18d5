package io.github.devboxtunnels.api;

import java.time.Duration;

import io.github.devboxtunnels.model.Lifecycle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads what of {@code LaunchParameters} ends, suspends or resumes a devbox. */
final class LifecycleReader {

    private LifecycleReader() {
    }

    static Lifecycle lifecycle(JsonParser parser) {
        if (!Members.begin(parser)) {
            return Lifecycle.NONE;
        }
        Lifecycle newer = Lifecycle.NONE;
        Lifecycle.Idle idle = null;
        Duration lifetime = null;
        for (String member = Members.next(parser); member != null; member = Members.next(parser)) {
            switch (member) {
                case "lifecycle" -> newer = newer(parser);
                case "after_idle" -> idle = idle(parser);
                case "keep_alive_time_seconds" -> lifetime = seconds(Scalars.number(parser));
                default -> parser.skipChildren();
            }
        }
        return new Lifecycle(newer.idle() != null ? newer.idle() : idle, lifetime, newer.wakeOnHttp());
    }

    /** The newer place of the idle policy, and the only one of the triggers. */
    private static Lifecycle newer(JsonParser parser) {
        if (!Members.begin(parser)) {
            return Lifecycle.NONE;
        }
        Lifecycle.Idle idle = null;
        Boolean http = null;
        for (String member = Members.next(parser); member != null; member = Members.next(parser)) {
            switch (member) {
                case "after_idle" -> idle = idle(parser);
                case "resume_triggers" -> http = http(parser);
                default -> parser.skipChildren();
            }
        }
        return new Lifecycle(idle, null, http);
    }

    private static Lifecycle.@Nullable Idle idle(JsonParser parser) {
        if (!Members.begin(parser)) {
            return null;
        }
        Duration after = null;
        Lifecycle.OnIdle then = null;
        for (String member = Members.next(parser); member != null; member = Members.next(parser)) {
            switch (member) {
                case "idle_time_seconds" -> after = seconds(Scalars.number(parser));
                case "on_idle" -> then = then(Scalars.text(parser));
                default -> parser.skipChildren();
            }
        }
        return after == null || then == null ? null : new Lifecycle.Idle(after, then);
    }

    private static Lifecycle.@Nullable OnIdle then(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return switch (word) {
            case "suspend" -> Lifecycle.OnIdle.SUSPEND;
            case "shutdown" -> Lifecycle.OnIdle.SHUTDOWN;
            default -> null;
        };
    }

    private static @Nullable Boolean http(JsonParser parser) {
        if (!Members.begin(parser)) {
            return null;
        }
        Boolean http = null;
        for (String member = Members.next(parser); member != null; member = Members.next(parser)) {
            if (member.equals("http")) {
                http = Scalars.flag(parser);
            } else {
                parser.skipChildren();
            }
        }
        return http;
    }

    private static @Nullable Duration seconds(double sent) {
        return sent >= 0 && sent <= Integer.MAX_VALUE ? Duration.ofMillis((long) (sent * 1000)) : null;
    }
}
