package io.github.devboxtunnels.api;

import java.time.Instant;

import io.github.devboxtunnels.model.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The mapper of the API: unknown members are skipped, unreadable ones count as absent. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfigDefaults(config -> config.setCoercion(CoercionInputShape.EmptyString,
                    CoercionAction.AsNull))
            .addHandler(new AbsentWhenUnreadable())
            .addModule(new SimpleModule().addDeserializer(Instant.class, new Millis())
                    .addDeserializer(Secret.class, new SecretText())
                    .addDeserializer(Double.class, new LenientNumber()))
            .build();

    private Json() {
    }

    /** Unix milliseconds as a number or as numeric text; anything else is nothing. */
    private static final class Millis extends ValueDeserializer<Instant> {
        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                return Instant.ofEpochMilli(parser.getLongValue());
            }
            Double number = number(parser);
            return number == null ? null : Instant.ofEpochMilli(number.longValue());
        }
    }

    /** A number or numeric text of any size; anything else is nothing. */
    private static final class LenientNumber extends ValueDeserializer<Double> {
        @Override
        public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) {
            return number(parser);
        }
    }

    private static final class SecretText extends ValueDeserializer<Secret> {
        @Override
        public @Nullable Secret deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                parser.skipChildren();
                return null;
            }
            String text = parser.getString();
            return text.isBlank() ? null : Secret.of(text);
        }
    }

    private static @Nullable Double number(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return finite(parser.getDoubleValue());
        }
        if (token != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return null;
        }
        try {
            return finite(Double.parseDouble(parser.getString().strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
