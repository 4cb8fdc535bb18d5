package io.github.devboxtunnels.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Walks objects token by token. Binding by reflection took four times as long for ten thousand devboxes, and is slow to
 * start. A reader is called on the first token of a value and returns on its last; members it does not know it skips.
 */
final class Members {

    private Members() {
    }

    /** Whether an object begins here; anything else is skipped. */
    static boolean begin(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        parser.skipChildren();
        return false;
    }

    /** Name of the next member, with the parser on its value; null at the end of the object. */
    static @Nullable String next(JsonParser parser) {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Whether a list begins here; anything else is skipped. */
    static boolean beginList(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return true;
        }
        parser.skipChildren();
        return false;
    }
}
