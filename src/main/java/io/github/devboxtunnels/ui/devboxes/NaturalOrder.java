package io.github.devboxtunnels.ui.devboxes;

import java.util.Comparator;

/**
 * Names as people sort them: without regard to case, numbers by value ({@code agent-9} before {@code agent-42}), the
 * same in every locale. Names that differ only in case or leading zeros are still told apart, so that the order is
 * total.
 */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {
    }

    @Override
    public int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            char a = left.charAt(i);
            char b = right.charAt(j);
            if (a == b && !digit(a)) {
                i++;
                j++;
            } else if (digit(a) && digit(b)) {
                int endA = endOfNumber(left, i);
                int endB = endOfNumber(right, j);
                int byValue = compareNumbers(left, skipZeros(left, i, endA), endA, right, skipZeros(right, j, endB),
                        endB);
                if (byValue != 0) {
                    return byValue;
                }
                i = endA;
                j = endB;
            } else {
                int byLetter = Character.compare(fold(a), fold(b));
                if (byLetter != 0) {
                    return byLetter;
                }
                i++;
                j++;
            }
        }
        int byRest = Integer.compare(left.length() - i, right.length() - j);
        return byRest != 0 ? byRest : left.compareTo(right);
    }

    private static int compareNumbers(String left, int i, int endA, String right, int j, int endB) {
        int byLength = Integer.compare(endA - i, endB - j);
        if (byLength != 0) {
            return byLength;
        }
        for (int k = 0; k < endA - i; k++) {
            int byDigit = Character.compare(left.charAt(i + k), right.charAt(j + k));
            if (byDigit != 0) {
                return byDigit;
            }
        }
        return 0;
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int skipZeros(String text, int from, int end) {
        int at = from;
        while (at < end - 1 && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Upper case first, as {@code String.compareToIgnoreCase} does, for letters whose cases do not pair up. */
    private static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
