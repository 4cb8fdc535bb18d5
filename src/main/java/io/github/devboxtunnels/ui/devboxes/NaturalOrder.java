package io.github.devboxtunnels.ui.devboxes;

/**
 * Names as people sort them: without regard to case, numbers by value ({@code agent-9} before {@code agent-42}), the
 * same in every locale.
 */
final class NaturalOrder {

    private NaturalOrder() {
    }

    /**
     * What to sort a name by, as text: letters in one case, and each number as a digit, its length and itself without
     * leading zeros. Ten thousand names are compared more than a hundred thousand times, so each is read only once.
     * Names that differ only in case or leading zeros have the same key.
     */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length() + 8);
        int at = 0;
        while (at < name.length()) {
            char c = name.charAt(at);
            if (!digit(c)) {
                key.append(fold(c));
                at++;
                continue;
            }
            int end = at;
            while (end < name.length() && digit(name.charAt(end))) {
                end++;
            }
            while (at < end - 1 && name.charAt(at) == '0') {
                at++;
            }
            key.append('0').append((char) (end - at)).append(name, at, end);
            at = end;
        }
        return key.toString();
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
