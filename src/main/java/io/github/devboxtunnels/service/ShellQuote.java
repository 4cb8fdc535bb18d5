package io.github.devboxtunnels.service;

import java.util.regex.Pattern;

/** Quotes words for a POSIX shell. */
final class ShellQuote {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellQuote() {
    }

    /** A word that the shell reads as exactly this text; plain words stay as they are. */
    static String quote(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
