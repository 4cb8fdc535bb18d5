package io.github.devboxtunnels.app;

import java.util.regex.Pattern;

/**
 * The last net under secrets in logs. Nothing should get this far; what looks like a key, a token or the address of a
 * tunnel is blotted out all the same.
 */
final class Redaction {

    private static final String BLOT = "••••";
    private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)[^\\s\"',;]+");
    private static final Pattern KEY = Pattern.compile("\\b(?:ak|rk|tok|tnl)_[A-Za-z0-9_-]+");
    private static final Pattern ADDRESS = Pattern.compile("\\b([0-9]{1,5})-[A-Za-z0-9_-]{8,}(?=\\.tunnel\\.)");
    private static final Pattern MEMBER = Pattern
            .compile("(\"(?:auth_token|tunnel_key|apiKey)\"\\s*:\\s*\")[^\"]+");

    private Redaction() {
    }

    static String apply(String text) {
        String result = BEARER.matcher(text).replaceAll("$1" + BLOT);
        result = KEY.matcher(result).replaceAll(BLOT);
        result = MEMBER.matcher(result).replaceAll("$1" + BLOT);
        return ADDRESS.matcher(result).replaceAll("$1-" + BLOT);
    }
}
