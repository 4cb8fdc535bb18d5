package io.github.devboxtunnels.ui.devboxes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was typed into the search field: every word must occur in name, id, blueprint or {@code key=value}. */
record Search(List<String> words) {

    static Search of(String typed) {
        return new Search(Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty())
                .toList());
    }

    boolean empty() {
        return words.isEmpty();
    }

    boolean accepts(DevboxRow row) {
        String haystack = words.isEmpty() ? "" : row.haystack();
        for (String word : words) {
            if (!haystack.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
