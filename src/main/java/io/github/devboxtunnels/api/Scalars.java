package io.github.devboxtunnels.api;

import java.time.Instant;

import io.github.devboxtunnels.model.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one value each, whatever it is: the parser stands on its first token and is left on its last. A value of
 * another type than promised counts as absent, so that one odd member does not hide a devbox, nor one odd devbox the
 * others.
 */
final class Scalars {

    private Scalars() {
    }

    /** Text; a number or boolean as its own text. */
    static @Nullable String text(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getString() : null;
    }

    /** Text that must not be printed; a blank one is absent. */
    static @Nullable Secret secret(JsonParser parser) {
        String text = text(parser);
        return text == null || text.isBlank() ? null : Secret.of(text);
    }

    /** A boolean, or its text. */
    static @Nullable Boolean flag(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> word(parser.getString().strip());
            default -> {
                parser.skipChildren();
                yield null;
            }
        };
    }

    private static @Nullable Boolean word(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    /** A number of any size, or its text. */
    static @Nullable Double number(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue());
            case VALUE_STRING -> numeral(parser.getString().strip());
            default -> {
                parser.skipChildren();
                yield null;
            }
        };
    }

    /** Unix milliseconds as a number or its text. */
    static @Nullable Instant millis(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.LONG) {
            return Instant.ofEpochMilli(parser.getLongValue());
        }
        Double number = number(parser);
        return number == null ? null : Instant.ofEpochMilli(number.longValue());
    }

    private static @Nullable Double numeral(String text) {
        try {
            return finite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
