package io.github.devboxtunnels.sandbox;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The answer has another shape than documented.
 *
 * @param request changes what is asked for
 * @param answer changes the JSON of a successful answer in place
 */
record Reshape(UnaryOperator<Call> request, Consumer<JsonObject> answer) implements Fault {

    private static final List<String> OPTIONAL_OF_DEVBOX = List.of("gateway_specs", "mcp_specs", "name");

    static Reshape unknownStatus(String word) {
        return answer(object -> {
            if (object.containsKey("state_transitions")) {
                object.put("status", word);
                object.getJsonArray("state_transitions")
                        .add(new JsonObject().put("status", word).put("transition_time_ms", "1795550006000"));
            }
        });
    }

    static Reshape additionalMembers() {
        return answer(object -> object.put("x_member_of_a_newer_version",
                new JsonObject().put("list", new JsonArray().add(1).add(JsonArray.of("deep")))));
    }

    static Reshape absentToken() {
        return answer(object -> object.remove("auth_token"));
    }

    static Reshape absentForNull() {
        return answer(object -> List.copyOf(object.fieldNames()).stream()
                .filter(name -> object.getValue(name) == null).forEach(object::remove));
    }

    static Reshape nullForAbsent() {
        return answer(object -> {
            if (object.containsKey("tunnel_key") && !object.containsKey("auth_token")) {
                object.putNull("auth_token");
            }
            if (object.containsKey("has_more") && !object.containsKey("total_count")) {
                object.putNull("total_count");
            }
            if (object.containsKey("state_transitions")) {
                OPTIONAL_OF_DEVBOX.stream().filter(name -> !object.containsKey(name)).forEach(object::putNull);
            }
        });
    }

    static Reshape unknownAuthMode(String word) {
        return answer(object -> {
            if (object.containsKey("tunnel_key")) {
                object.put("auth_mode", word);
            }
        });
    }

    static Reshape repeatedCursor() {
        UnaryOperator<Call> forgetful = call -> {
            MultiMap query = MultiMap.caseInsensitiveMultiMap().addAll(call.query());
            return call.withQuery(query.remove("starting_after"));
        };
        return new Reshape(forgetful, object -> {
            if (object.containsKey("has_more")) {
                object.put("has_more", true);
            }
        });
    }

    private static Reshape answer(Consumer<JsonObject> change) {
        return new Reshape(UnaryOperator.identity(), object -> everywhere(object, change));
    }

    private static void everywhere(Object value, Consumer<JsonObject> change) {
        if (value instanceof JsonObject object) {
            List.copyOf(object.fieldNames()).forEach(name -> descend(object.getValue(name), change));
            change.accept(object);
        } else if (value instanceof JsonArray array) {
            array.forEach(item -> descend(item, change));
        }
    }

    private static void descend(@org.jspecify.annotations.Nullable Object value, Consumer<JsonObject> change) {
        if (value != null) {
            everywhere(value, change);
        }
    }
}
