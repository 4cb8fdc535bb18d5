package io.github.devboxtunnels.model;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Free words about a devbox, by key and in the order of their keys. One array holds them: a hundred thousand devboxes
 * are searched at each letter typed, and walking a map would make garbage for every one of them.
 */
public final class Metadata {

    /** No word. */
    public static final Metadata NONE = new Metadata(new String[0]);

    private final String[] words;

    private Metadata(String[] words) {
        this.words = words;
    }

    /** Copies a map. */
    public static Metadata of(Map<String, String> map) {
        return of(new TreeMap<>(map));
    }

    /** Copies a map that is sorted as texts are. */
    public static Metadata of(SortedMap<String, String> map) {
        if (map.isEmpty()) {
            return NONE;
        }
        String[] words = new String[map.size() * 2];
        int at = 0;
        for (Map.Entry<String, String> word : map.entrySet()) {
            words[at++] = word.getKey();
            words[at++] = word.getValue();
        }
        return new Metadata(words);
    }

    /** How many there are. */
    public int size() {
        return words.length / 2;
    }

    /** The key at a place, from 0. */
    public String key(int index) {
        return words[index * 2];
    }

    /** The word at a place, from 0. */
    public String value(int index) {
        return words[index * 2 + 1];
    }

    /** Each as {@code key=value}. */
    public Stream<String> texts() {
        return IntStream.range(0, size()).mapToObj(index -> key(index) + "=" + value(index));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metadata that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return texts().toList().toString();
    }
}
