package io.github.devboxtunnels.ui.devboxes;

import io.github.devboxtunnels.model.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Which letters occur in a text, in any case and order: a bit for each letter and digit, and one that several others
 * share. A text that lacks one of a word's letters need not be looked at for the word.
 */
final class Letters {

    private static final int DIGITS = 26;
    private static final int OTHERS = 36;

    private Letters() {
    }

    /** The letters of a text; none of null. */
    static long of(@Nullable String text) {
        long letters = 0;
        if (text != null) {
            for (int i = 0; i < text.length(); i++) {
                letters |= bit(lower(text.charAt(i)));
            }
        }
        return letters;
    }

    /** The letters of all that is searched of a row. */
    static long of(DevboxRow row) {
        long letters = of(row.id()) | of(row.devbox().label()) | of(row.devbox().blueprint());
        Metadata metadata = row.devbox().metadata();
        for (int i = 0; i < metadata.size(); i++) {
            letters |= of(metadata.key(i)) | of(metadata.value(i)) | bit('=');
        }
        return letters;
    }

    /** A letter in lower case. */
    static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(c);
    }

    private static long bit(char lower) {
        if (lower >= 'a' && lower <= 'z') {
            return 1L << (lower - 'a');
        }
        if (lower >= '0' && lower <= '9') {
            return 1L << (DIGITS + lower - '0');
        }
        return 1L << (OTHERS + lower % (Long.SIZE - OTHERS));
    }
}
