package io.github.devboxtunnels.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The members of a request body: null and absent are alike, a wrong type or an unknown member is answered with 400. */
final class Members {

    private final JsonObject json;

    private Members(JsonObject json) {
        this.json = json;
    }

    static Members of(Buffer body, String... known) {
        Object value;
        try {
            value = body.length() == 0 ? null : Json.decodeValue(body);
        } catch (DecodeException e) {
            throw ApiException.badRequest("The body is not JSON");
        }
        if (value == null) {
            return new Members(new JsonObject());
        }
        if (!(value instanceof JsonObject object)) {
            throw ApiException.badRequest("The body is not a JSON object");
        }
        return new Members(closed(object, known));
    }

    private static JsonObject closed(JsonObject object, String... known) {
        Set<String> names = Set.of(known);
        for (String name : object.fieldNames()) {
            if (!names.contains(name)) {
                throw ApiException.badRequest("Unknown member " + name);
            }
        }
        return object;
    }

    @Nullable
    String text(String name) {
        return typed(name, String.class, "text");
    }

    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw ApiException.badRequest(name + " is required");
        }
        return value;
    }

    boolean flag(String name, boolean otherwise) {
        Boolean value = typed(name, Boolean.class, "true or false");
        return value == null ? otherwise : value;
    }

    double number(String name, double otherwise) {
        Number value = typed(name, Number.class, "a number");
        return value == null ? otherwise : value.doubleValue();
    }

    @Nullable
    JsonObject object(String name) {
        return typed(name, JsonObject.class, "an object");
    }

    /** A member of any type. */
    @Nullable
    Object any(String name) {
        return json.getValue(name);
    }

    /** The members of an object in this one; null when it is not there. */
    @Nullable
    Members nested(String name, String... known) {
        JsonObject value = object(name);
        return value == null ? null : new Members(closed(value, known));
    }

    /** A non-empty list of words. */
    List<String> words(String name) {
        JsonArray array = typed(name, JsonArray.class, "a list");
        if (array == null || array.isEmpty()) {
            throw ApiException.badRequest(name + " must name at least one");
        }
        return array.stream().map(item -> {
            if (item instanceof String word) {
                return word;
            }
            throw ApiException.badRequest(name + " must be a list of words");
        }).toList();
    }

    /** A map of text to text, in the order given. */
    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        JsonObject object = object(name);
        if (object != null) {
            for (Map.Entry<String, Object> entry : object) {
                if (!(entry.getValue() instanceof String value)) {
                    throw ApiException.badRequest(name + " must map text to text");
                }
                map.put(entry.getKey(), value);
            }
        }
        return map;
    }

    private <T> @Nullable T typed(String name, Class<T> type, String what) {
        Object value = json.getValue(name);
        if (value == null) {
            return null;
        }
        if (!type.isInstance(value)) {
            throw ApiException.badRequest(name + " must be " + what);
        }
        return type.cast(value);
    }
}
