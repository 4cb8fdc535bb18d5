package io.github.devboxtunnels.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Reads the head of a request strictly, before Vert.x reads it leniently: what two readers could understand in two ways
 * is refused (RFC 9112). Afterwards there is one {@code Host}, a target that begins with a slash, and one way to tell
 * where the body ends.
 */
final class HeadCheck {

    /** Longest head, request line included, in bytes. */
    static final int LIMIT = 64 * 1024;

    private static final int LONGEST_NUMBER = 18;
    private static final String VERSION = "HTTP/1.1";

    private int hosts;
    private int codings;
    private @Nullable String length;

    /** What a head says. */
    sealed interface Outcome {
        /** One that may pass. */
        record Passed(BodyLength body) implements Outcome {
        }

        /** One that may not. */
        record Refused(Refusal refusal) implements Outcome {
        }
    }

    private HeadCheck() {
    }

    /**
     * Checks a head.
     *
     * @param head from the method to the empty line, both included
     */
    static Outcome check(byte[] head, int size) {
        return new HeadCheck().read(new String(head, 0, size, StandardCharsets.ISO_8859_1));
    }

    private Outcome read(String head) {
        int end = head.indexOf("\r\n");
        Refusal refusal = requestLine(head.substring(0, end));
        for (int start = end + 2; refusal == null && start < head.length() - 2; start = end + 2) {
            end = head.indexOf("\r\n", start);
            refusal = field(head.substring(start, end));
        }
        if (refusal == null && hosts != 1) {
            refusal = Refusal.badRequest("A request names one host");
        }
        if (refusal == null && codings > 0 && length != null) {
            refusal = Refusal.badRequest("A request has a length or a transfer coding, not both");
        }
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        String bytes = length;
        return new Outcome.Passed(codings > 0
                ? new BodyLength.Chunked()
                : new BodyLength.Fixed(bytes == null ? 0 : Long.parseLong(bytes)));
    }

    private static @Nullable Refusal requestLine(String line) {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        if (first <= 0 || last == first || !token(line.substring(0, first))) {
            return Refusal.badRequest("A request line is a method, a path and a version");
        }
        String method = line.substring(0, first);
        if (method.equals("CONNECT") || method.equals("TRACE")) {
            return new Refusal(405, "This method is not served here");
        }
        if (!line.substring(last + 1).equals(VERSION)) {
            return Refusal.badRequest("Only HTTP/1.1 is spoken here");
        }
        String target = line.substring(first + 1, last);
        if (!target.startsWith("/") || !target.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Refusal.badRequest("The target of a request is a path");
        }
        return null;
    }

    private @Nullable Refusal field(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || !token(line.substring(0, colon))) {
            return Refusal.badRequest("A header is a name, a colon and a value on one line");
        }
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        String value = line.substring(colon + 1).strip();
        return switch (name) {
            case "host" -> {
                hosts++;
                yield null;
            }
            case "content-length" -> length(value);
            case "transfer-encoding" -> coding(value);
            default -> null;
        };
    }

    private @Nullable Refusal length(String value) {
        if (length != null || value.isEmpty() || value.length() > LONGEST_NUMBER
                || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Refusal.badRequest("A length is one whole number");
        }
        length = value;
        return null;
    }

    private @Nullable Refusal coding(String value) {
        codings++;
        return codings > 1 || !value.equals("chunked")
                ? Refusal.badRequest("The only transfer coding is chunked")
                : null;
    }

    /** Whether it is a token of RFC 9110: what methods and names of headers are made of. */
    static boolean token(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z') || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }
}
