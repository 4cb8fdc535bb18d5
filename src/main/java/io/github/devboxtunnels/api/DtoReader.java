package io.github.devboxtunnels.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.devboxtunnels.api.dto.AccountDto;
import io.github.devboxtunnels.api.dto.AfterIdleDto;
import io.github.devboxtunnels.api.dto.DevboxDto;
import io.github.devboxtunnels.api.dto.DevboxListDto;
import io.github.devboxtunnels.api.dto.LaunchParametersDto;
import io.github.devboxtunnels.api.dto.LifecycleDto;
import io.github.devboxtunnels.api.dto.ResumeTriggersDto;
import io.github.devboxtunnels.api.dto.StateTransitionDto;
import io.github.devboxtunnels.api.dto.TunnelDto;
import io.github.devboxtunnels.model.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads answers token by token. Binding by reflection took four times as long for ten thousand devboxes, and is slow
 * to start. Each method is called on the first token of a value and returns on its last; null means that it is not the
 * object it should be. Unknown members are skipped.
 */
final class DtoReader {

    private DtoReader() {
    }

    static @Nullable AccountDto account(JsonParser parser) {
        if (!object(parser)) {
            return null;
        }
        String id = null;
        String name = null;
        String status = null;
        for (String member = next(parser); member != null; member = next(parser)) {
            switch (member) {
                case "id" -> id = Scalars.text(parser);
                case "name" -> name = Scalars.text(parser);
                case "account_status" -> status = Scalars.text(parser);
                default -> parser.skipChildren();
            }
        }
        return new AccountDto(id, name, status);
    }

    static @Nullable DevboxListDto page(JsonParser parser) {
        if (!object(parser)) {
            return null;
        }
        List<DevboxDto> devboxes = null;
        Boolean more = null;
        Double total = null;
        for (String member = next(parser); member != null; member = next(parser)) {
            switch (member) {
                case "devboxes" -> devboxes = list(parser, DtoReader::devbox);
                case "has_more" -> more = Scalars.flag(parser);
                case "total_count" -> total = Scalars.number(parser);
                default -> parser.skipChildren();
            }
        }
        return new DevboxListDto(devboxes, more, total);
    }

    static @Nullable DevboxDto devbox(JsonParser parser) {
        if (!object(parser)) {
            return null;
        }
        String id = null;
        String name = null;
        String status = null;
        Instant created = null;
        Instant ended = null;
        String blueprint = null;
        Map<String, String> metadata = null;
        LaunchParametersDto launch = null;
        List<StateTransitionDto> transitions = null;
        TunnelDto tunnel = null;
        String failure = null;
        String shutdown = null;
        for (String member = next(parser); member != null; member = next(parser)) {
            switch (member) {
                case "id" -> id = Scalars.text(parser);
                case "name" -> name = Scalars.text(parser);
                case "status" -> status = Scalars.text(parser);
                case "create_time_ms" -> created = Scalars.millis(parser);
                case "end_time_ms" -> ended = Scalars.millis(parser);
                case "blueprint_id" -> blueprint = Scalars.text(parser);
                case "metadata" -> metadata = words(parser);
                case "launch_parameters" -> launch = launch(parser);
                case "state_transitions" -> transitions = list(parser, DtoReader::transition);
                case "tunnel" -> tunnel = tunnel(parser);
                case "failure_reason" -> failure = Scalars.text(parser);
                case "shutdown_reason" -> shutdown = Scalars.text(parser);
                default -> parser.skipChildren();
            }
        }
        return new DevboxDto(id, name, status, created, ended, blueprint, metadata, launch, transitions, tunnel,
                failure, shutdown);
    }

    static @Nullable TunnelDto tunnel(JsonParser parser) {
        if (!object(parser)) {
            return null;
        }
        Secret key = null;
        String mode = null;
        Secret token = null;
        Instant created = null;
        Boolean keepAlive = null;
        Boolean wake = null;
        for (String member = next(parser); member != null; member = next(parser)) {
            switch (member) {
                case "tunnel_key" -> key = Scalars.secret(parser);
                case "auth_mode" -> mode = Scalars.text(parser);
                case "auth_token" -> token = Scalars.secret(parser);
                case "create_time_ms" -> created = Scalars.millis(parser);
                case "http_keep_alive" -> keepAlive = Scalars.flag(parser);
                case "wake_on_http" -> wake = Scalars.flag(parser);
                default -> parser.skipChildren();
            }
        }
        return new TunnelDto(key, mode, token, created, keepAlive, wake);
    }

    private static @Nullable StateTransitionDto transition(JsonParser parser) {
        if (!object(parser)) {
            return null;
        }
        String status = null;
        Instant time = null;
        String failure = null;
        for (String member = next(parser); member != null; member = next(parser)) {
            switch (member) {
                case "status" -> status = Scalars.text(parser);
                case "transition_time_ms" -> time = Scalars.millis(parser);
                case "failure_reason" -> failure = Scalars.text(parser);
                default -> parser.skipChildren();
            }
        }
        return new StateTransitionDto(status, time, failure);
    }

    private static @Nullable LaunchParametersDto launch(JsonParser parser) {
        if (!object(parser)) {
            return null;
        }
        LifecycleDto lifecycle = null;
        AfterIdleDto idle = null;
        Double lifetime = null;
        for (String member = next(parser); member != null; member = next(parser)) {
            switch (member) {
                case "lifecycle" -> lifecycle = lifecycle(parser);
                case "after_idle" -> idle = idle(parser);
                case "keep_alive_time_seconds" -> lifetime = Scalars.number(parser);
                default -> parser.skipChildren();
            }
        }
        return new LaunchParametersDto(lifecycle, idle, lifetime);
    }

    private static @Nullable LifecycleDto lifecycle(JsonParser parser) {
        if (!object(parser)) {
            return null;
        }
        AfterIdleDto idle = null;
        ResumeTriggersDto triggers = null;
        for (String member = next(parser); member != null; member = next(parser)) {
            switch (member) {
                case "after_idle" -> idle = idle(parser);
                case "resume_triggers" -> triggers = triggers(parser);
                default -> parser.skipChildren();
            }
        }
        return new LifecycleDto(idle, triggers);
    }

    private static @Nullable AfterIdleDto idle(JsonParser parser) {
        if (!object(parser)) {
            return null;
        }
        Double seconds = null;
        String then = null;
        for (String member = next(parser); member != null; member = next(parser)) {
            switch (member) {
                case "idle_time_seconds" -> seconds = Scalars.number(parser);
                case "on_idle" -> then = Scalars.text(parser);
                default -> parser.skipChildren();
            }
        }
        return new AfterIdleDto(seconds, then);
    }

    private static @Nullable ResumeTriggersDto triggers(JsonParser parser) {
        if (!object(parser)) {
            return null;
        }
        Boolean http = null;
        for (String member = next(parser); member != null; member = next(parser)) {
            if (member.equals("http")) {
                http = Scalars.flag(parser);
            } else {
                parser.skipChildren();
            }
        }
        return new ResumeTriggersDto(http);
    }

    /** A map of texts, without the members that are none. */
    private static @Nullable Map<String, String> words(JsonParser parser) {
        if (!object(parser)) {
            return null;
        }
        Map<String, String> words = new HashMap<>();
        for (String member = next(parser); member != null; member = next(parser)) {
            String word = Scalars.text(parser);
            if (word != null) {
                words.put(member, word);
            }
        }
        return words;
    }

    /** What a list holds, without the elements that are not what they should be; null when it is no list. */
    private static <T> @Nullable List<T> list(JsonParser parser, Function<JsonParser, @Nullable T> element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return null;
        }
        List<T> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            T read = element.apply(parser);
            if (read != null) {
                list.add(read);
            }
        }
        return list;
    }

    /** Whether an object begins here; anything else is skipped. */
    private static boolean object(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        parser.skipChildren();
        return false;
    }

    /** Name of the next member, with the parser on its value; null at the end of the object. */
    private static @Nullable String next(JsonParser parser) {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }
}
