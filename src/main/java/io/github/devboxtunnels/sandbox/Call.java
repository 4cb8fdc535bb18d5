package io.github.devboxtunnels.sandbox;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API, checked and read.
 *
 * @param operation what is asked for
 * @param devbox id in the path; empty without
 * @param execution id of a command in the path; empty without
 * @param query parameters
 * @param body as sent; may be empty
 * @param gzip whether the caller takes a compressed answer
 */
record Call(Operation operation, String devbox, String execution, MultiMap query, Buffer body, boolean gzip) {

    Call withQuery(MultiMap other) {
        return new Call(operation, devbox, execution, other, body, gzip);
    }

    /** The same for a caller that takes no compressed answer. */
    Call plain() {
        return new Call(operation, devbox, execution, query, body, false);
    }

    @Nullable
    String parameter(String name) {
        String value = query.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A whole number in a range, 400 otherwise. */
    int number(String name, int otherwise, int least, int most) {
        String text = parameter(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, together with the range.
        }
        throw ApiException.badRequest(name + " must be a whole number between " + least + " and " + most);
    }

    boolean flag(String name, boolean otherwise) {
        String text = parameter(name);
        if (text == null) {
            return otherwise;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ApiException.badRequest(name + " must be true or false");
        };
    }

    /** The members of the body, of which no others are known than these. */
    Members members(String... known) {
        return Members.of(body, known);
    }
}
