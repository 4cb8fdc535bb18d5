package io.github.devboxtunnels.ui.devboxes;

/**
 * Names as people sort them: without regard to case, numbers by value ({@code agent-9} before {@code agent-42}), the
 * same in every locale.
 */
final class NaturalOrder {

    private NaturalOrder() {
    }

    /** Names that differ only in case or leading zeros are equal. */
    static int compare(String left, String right) {
        int at = 0;
        int other = 0;
        while (at < left.length() && other < right.length()) {
            char one = left.charAt(at);
            char two = right.charAt(other);
            if (digit(one) && digit(two)) {
                at = zeros(left, at);
                other = zeros(right, other);
                int end = number(left, at);
                int otherEnd = number(right, other);
                if (end - at != otherEnd - other) {
                    return Integer.compare(end - at, otherEnd - other);
                }
                while (at < end) {
                    int byDigit = left.charAt(at++) - right.charAt(other++);
                    if (byDigit != 0) {
                        return byDigit;
                    }
                }
            } else {
                int byLetter = one == two ? 0 : fold(one) - fold(two);
                if (byLetter != 0) {
                    return byLetter;
                }
                at++;
                other++;
            }
        }
        return Integer.compare(left.length() - at, right.length() - other);
    }

    /** The first digit that counts of a number that begins here. */
    private static int zeros(String name, int at) {
        int first = at;
        while (first + 1 < name.length() && name.charAt(first) == '0' && digit(name.charAt(first + 1))) {
            first++;
        }
        return first;
    }

    /** Where the number that begins here ends. */
    private static int number(String name, int at) {
        int end = at;
        while (end < name.length() && digit(name.charAt(end))) {
            end++;
        }
        return end;
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
