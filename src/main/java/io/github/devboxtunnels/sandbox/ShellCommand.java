package io.github.devboxtunnels.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * One command of a line.
 *
 * @param joint how it hangs on the one before
 * @param words name and arguments, without quotes and redirections
 * @param hidesOutput whether its output is thrown away
 * @param hidesErrors whether its error output is thrown away
 */
record ShellCommand(Joint joint, List<String> words, boolean hidesOutput, boolean hidesErrors) {

    /** How a command hangs on the one before. */
    enum Joint {
        /** Runs in any case. */
        ALWAYS,
        /** Runs after success. */
        AND,
        /** Runs after failure. */
        OR
    }

    /** Splits a line; a shell's other constructs stay words and so name commands nobody knows. */
    static List<ShellCommand> parse(String line) {
        List<ShellCommand> commands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Joint joint = Joint.ALWAYS;
        for (String token : tokens(line)) {
            switch (token) {
                case ";", "\n", "&&", "||" -> {
                    add(commands, joint, words);
                    joint = token.equals("&&") ? Joint.AND : token.equals("||") ? Joint.OR : Joint.ALWAYS;
                    words = new ArrayList<>();
                }
                default -> words.add(token);
            }
        }
        add(commands, joint, words);
        return commands;
    }

    private static void add(List<ShellCommand> commands, Joint joint, List<String> raw) {
        String line = "\0" + String.join("\0", raw) + "\0";
        boolean all = line.contains("\0&>/dev/null\0");
        boolean output = all || line.matches("(?s).*\0001?>\0?/dev/null\0.*");
        boolean errors = all || line.matches("(?s).*\0002>\0?/dev/null\0.*");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            String word = raw.get(i);
            if (word.matches("[12&]?>")) {
                i++;
            } else if (!word.matches("[12&]?>(/dev/null|&[12])")) {
                words.add(word);
            }
        }
        if (!words.isEmpty()) {
            commands.add(new ShellCommand(joint, List.copyOf(words), output, errors));
        }
    }

    private static List<String> tokens(String line) {
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            String two = i + 1 < line.length() ? line.substring(i, i + 2) : "";
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (two.equals("&&") || two.equals("||") || c == ';' || c == '\n' || c == ' ' || c == '\t') {
                flush(tokens, word, inWord);
                inWord = false;
                if (two.equals("&&") || two.equals("||")) {
                    tokens.add(two);
                    i++;
                } else if (c == ';' || c == '\n') {
                    tokens.add(String.valueOf(c));
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        flush(tokens, word, inWord);
        return tokens;
    }

    private static void flush(List<String> tokens, StringBuilder word, boolean inWord) {
        if (inWord) {
            tokens.add(word.toString());
        }
        word.setLength(0);
    }
}
