package io.github.devboxtunnels.api;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.devboxtunnels.model.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a server says with an error. No source specifies the body: it is JSON of several forms, plain text, HTML
 * of an edge, or nothing.
 */
final class ErrorReader {

    static final int TEXT_LIMIT = 200;
    private static final int CODE_LIMIT = 100;

    private final Redactor redactor;

    ErrorReader(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * The answer in words, without mark-up and secrets. Headers win over members of the body.
     *
     * @param sentId our own name for the call, for support when the server has none
     */
    Problem.Reply read(int status, HttpHeaders headers, byte[] body, String sentId) {
        String raw = new String(body, StandardCharsets.UTF_8);
        JsonNode json = object(body);
        String code = header(headers, "x-runloop-error-code")
                .or(() -> text(json, "error")).or(() -> text(json, "code")).orElse(null);
        String words = message(json)
                .or(() -> json == null ? Optional.of(raw) : Optional.of(json.toString()))
                .map(this::clean).filter(t -> !t.isEmpty()).orElseGet(() -> StatusPhrase.of(status));
        String id = header(headers, "x-runloop-request-id").or(() -> header(headers, "x-request-id"))
                .or(() -> text(json, "request_id")).map(t -> cut(redactor.redact(t), CODE_LIMIT)).orElse(sentId);
        return new Problem.Reply(status, words, code == null ? null : cut(clean(code), CODE_LIMIT), id);
    }

    private static Optional<String> message(@Nullable JsonNode json) {
        if (json == null) {
            return Optional.empty();
        }
        return words(json.get("message")).or(() -> {
            JsonNode error = json.get("error");
            return error != null && error.isObject() ? words(error.get("message")) : Optional.empty();
        });
    }

    /** Text as it is; anything else as JSON, as the official clients print it. */
    private static Optional<String> words(@Nullable JsonNode node) {
        return Optional.ofNullable(node).filter(n -> !n.isNull())
                .map(n -> n.isString() ? n.stringValue() : n.toString()).filter(t -> !t.isBlank());
    }

    private static Optional<String> text(@Nullable JsonNode json, String member) {
        return Stream.ofNullable(json).flatMap(j -> Stream.ofNullable(j.get(member))).filter(JsonNode::isString)
                .map(JsonNode::stringValue).filter(t -> !t.isBlank()).findFirst();
    }

    private static Optional<String> header(HttpHeaders headers, String name) {
        return headers.firstValue(name).filter(t -> !t.isBlank());
    }

    private static @Nullable JsonNode object(byte[] body) {
        try {
            JsonNode node = Json.mapper().readTree(body);
            return node != null && node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Secrets go last but for the cut: mark-up may have hidden one, and a cut would leave half of one. */
    String clean(String text) {
        return cut(redactor.redact(Markup.strip(text)), TEXT_LIMIT);
    }

    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit).stripTrailing();
    }
}
