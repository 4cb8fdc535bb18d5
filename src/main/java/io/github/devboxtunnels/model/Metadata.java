package io.github.devboxtunnels.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<String> pairs = new ArrayList<>();
        new TreeMap<>(map).forEach((key, value) -> {
            pairs.add(key);
            pairs.add(value);
        });
        return of(pairs);
    }

    /** Copies keys and values in turn, in any order; the last value of a key counts. */
    public static Metadata of(List<String> pairs) {
        if (pairs.isEmpty()) {
            return NONE;
        }
        for (int i = 2; i < pairs.size(); i += 2) {
            if (pairs.get(i - 2).compareTo(pairs.get(i)) >= 0) {
                return of(map(pairs));
            }
        }
        return new Metadata(pairs.toArray(new String[pairs.size()]));
    }

    private static Map<String, String> map(List<String> pairs) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            map.put(pairs.get(i), pairs.get(i + 1));
        }
        return map;
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
