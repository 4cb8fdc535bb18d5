package io.github.devboxtunnels.api;

import org.jspecify.annotations.Nullable;

/**
 * Texts of an answer that recur, such as statuses, blueprints and teams, so that each is made once and not for ten
 * thousand devboxes. Keeps few of them: what does not recur costs no more than without.
 */
final class Words {

    private static final int ROOM = 1 << 9;

    private final @Nullable String[] seen = new String[ROOM];

    /** A part of a text as a string of its own. */
    String of(char[] text, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + text[i];
        }
        int place = (hash ^ hash >>> 9) & ROOM - 1;
        String word = seen[place];
        if (word == null || !same(word, text, from, length)) {
            word = new String(text, from, length);
            seen[place] = word;
        }
        return word;
    }

    private static boolean same(String word, char[] text, int from, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
