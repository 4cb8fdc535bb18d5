package io.github.devboxtunnels.api;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.devboxtunnels.model.Secret;

/** Takes keys and tunnel tokens out of texts that come from outside, before anybody reads them. */
final class Redactor {

    static final String MASK = "•••";

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer)\\s+[^\\s\"',;<>]+");
    /** Prefixes of standard and restricted API keys, and of tokens in the documentation. */
    private static final Pattern PREFIXED = Pattern.compile("(?<![A-Za-z0-9])(?:ak|rk|tok)_[\\w-]+");
    private static final Pattern MEMBER = Pattern.compile(
            "(?i)((?:auth_token|access_token|tunnel_key|api_?key|authorization)\\\\?\"?\\s*[:=]\\s*\\\\?\"?)"
                    + "[^\\s\"',;}<>&\\\\]+");
    private static final Pattern TUNNEL_LABEL = Pattern.compile("(?i)(\\b\\d{1,5}-)[a-z0-9_-]+(?=\\.tunnel\\b)");
    /** Longer than any id (26) or part of a uuid: tunnel keys have 52 characters. */
    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9_]{40,}");

    /** Gaps are allowed anywhere: mark-up inside the key leaves some. */
    private final Pattern key;

    /** Knows the key that is sent along. */
    Redactor(Secret key) {
        this.key = Pattern.compile(key.reveal().codePoints()
                .mapToObj(point -> Pattern.quote(Character.toString(point))).collect(Collectors.joining("\\s*")));
    }

    /** The text without secrets. */
    String redact(String text) {
        String safe = key.matcher(text).replaceAll(MASK);
        safe = BEARER.matcher(safe).replaceAll("$1 " + MASK);
        safe = PREFIXED.matcher(safe).replaceAll(MASK);
        safe = MEMBER.matcher(safe).replaceAll("$1" + MASK);
        safe = TUNNEL_LABEL.matcher(safe).replaceAll("$1" + MASK);
        return LONG_WORD.matcher(safe).replaceAll(MASK);
    }
}
