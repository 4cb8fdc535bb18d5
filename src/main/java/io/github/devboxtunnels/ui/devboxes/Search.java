package io.github.devboxtunnels.ui.devboxes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.github.devboxtunnels.model.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the search field: every word must occur, in any case, in name, id, blueprint or
 * {@code key=value}. Looks at the texts as they are: lower-case copies of a hundred thousand rows would have the garbage
 * collector hold up the next letters.
 *
 * @param words in lower case
 * @param letters of all words
 */
record Search(List<String> words, long letters) {

    static Search of(String typed) {
        List<String> words = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty()).toList();
        return new Search(words, words.stream().mapToLong(Letters::of).reduce(0, (some, more) -> some | more));
    }

    boolean empty() {
        return words.isEmpty();
    }

    boolean accepts(DevboxRow row) {
        if ((row.letters() & letters) != letters) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!accepts(row, words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(DevboxRow row, String word) {
        if (within(row.devbox().label(), word) || within(row.id(), word) || within(row.devbox().blueprint(), word)) {
            return true;
        }
        Metadata metadata = row.devbox().metadata();
        int equals = word.indexOf('=');
        for (int i = 0; i < metadata.size(); i++) {
            String key = metadata.key(i);
            String value = metadata.value(i);
            if (within(key, word) || within(value, word) || (equals >= 0 && joined(key, value, word, equals))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word stretches over the sign between key and value: {@code er=ci} in {@code owner=ci-bot}. */
    private static boolean joined(String key, String value, String word, int equals) {
        for (int at = equals; at >= 0; at = word.indexOf('=', at + 1)) {
            int behind = word.length() - at - 1;
            if (at <= key.length() && behind <= value.length() && same(key, key.length() - at, word, 0, at)
                    && same(value, 0, word, at + 1, behind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(@Nullable String text, String word) {
        if (text == null) {
            return false;
        }
        char first = word.charAt(0);
        int last = text.length() - word.length();
        for (int at = 0; at <= last; at++) {
            if (Letters.lower(text.charAt(at)) == first && same(text, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(String text, int at, String word, int from, int length) {
        for (int i = 0; i < length; i++) {
            if (Letters.lower(text.charAt(at + i)) != word.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }
}
