package io.github.devboxtunnels.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/** A member of another type than expected counts as absent, so that one odd devbox does not hide all the others. */
final class AbsentWhenUnreadable extends DeserializationProblemHandler {

    @Override
    public @Nullable Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token,
            JsonParser parser, String message) {
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value,
            String message) {
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value,
            String message) {
        return null;
    }

    @Override
    public @Nullable Object handleMissingInstantiator(DeserializationContext context, Class<?> type,
            ValueInstantiator instantiator, JsonParser parser, String message) {
        parser.skipChildren();
        return null;
    }
}
