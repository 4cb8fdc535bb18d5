package io.github.devboxtunnels.ui.shell;

/** Makes sentences of the words of a server. */
final class Sentences {

    private static final String ENDS = ".!?…";

    private Sentences() {
    }

    /** The words with a full stop, where they have none: another sentence follows them. */
    static String ended(String words) {
        String text = words.strip();
        return ENDS.indexOf(text.charAt(text.length() - 1)) < 0 ? text + "." : text;
    }
}
