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

    static final long NO_TIME = Long.MIN_VALUE;

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

    /** Text that recurs. */
    static @Nullable String word(JsonParser parser, Words words) {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? words.of(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength())
                : text(parser);
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

    /** A number of any size, or its text; {@code NaN} when absent. */
    static double number(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue());
            case VALUE_STRING -> numeral(parser.getString().strip());
            default -> {
                parser.skipChildren();
                yield Double.NaN;
            }
        };
    }

    /** Unix milliseconds as a number or its text; {@link #NO_TIME} when absent. */
    static long millis(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.LONG) {
            return parser.getLongValue();
        }
        double number = number(parser);
        return Double.isNaN(number) ? NO_TIME : (long) number;
    }

    /** What {@link #millis} has read. */
    static @Nullable Instant time(long millis) {
        return millis == NO_TIME ? null : Instant.ofEpochMilli(millis);
    }

    private static double numeral(String text) {
        try {
            return finite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : Double.NaN;
    }
}
