package io.github.devboxtunnels.app;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.github.devboxtunnels.platform.Summons;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param mode what to do
 * @param sandbox whether to open on the embedded sandbox, whatever the environment says
 * @param devbox id of the devbox to select; null for none
 * @param rest flags that belong to the mode
 */
public record Arguments(Mode mode, boolean sandbox, @Nullable String devbox, List<String> rest) {

    /** What the process shall be. */
    public enum Mode {
        /** The window. */
        WINDOW,
        /** The window, which prints how long it took to start and closes. */
        MEASURE_START,
        /** The window walks through every view by itself and closes; the packages learn from it what to load early. */
        TRAIN,
        /** The sandbox alone, without a window. */
        SERVE_SANDBOX,
        /** The gateways alone, for the window that started it and speaks through its input and output. */
        SERVE_GATEWAYS,
        /** One page of help. */
        HELP,
        /** The version. */
        VERSION
    }

    /** Copies the rest. */
    public Arguments {
        rest = List.copyOf(rest);
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with one line for the user when a flag is unknown
     */
    public static Arguments parse(List<String> words) {
        if (words.contains("--serve-sandbox")) {
            List<String> rest = new ArrayList<>(words);
            rest.remove("--serve-sandbox");
            return new Arguments(Mode.SERVE_SANDBOX, false, null, rest);
        }
        Mode mode = Mode.WINDOW;
        boolean sandbox = false;
        String devbox = null;
        for (Iterator<String> each = words.iterator(); each.hasNext();) {
            String word = each.next();
            switch (word) {
                case "--devbox" -> devbox = id(each);
                case "--sandbox" -> sandbox = true;
                case "--measure-start" -> mode = Mode.MEASURE_START;
                case "--train" -> mode = Mode.TRAIN;
                case "--serve-gateways" -> mode = Mode.SERVE_GATEWAYS;
                case "--help", "-h" -> mode = Mode.HELP;
                case "--version" -> mode = Mode.VERSION;
                default -> {
                    if (!DeepLink.isLink(word)) {
                        throw new IllegalArgumentException("Unknown option " + word + ". Try --help.");
                    }
                    devbox = DeepLink.devbox(word);
                }
            }
        }
        return new Arguments(mode, sandbox, devbox, List.of());
    }

    private static String id(Iterator<String> words) {
        String id = words.hasNext() ? words.next() : "";
        if (!Summons.isId(id)) {
            throw new IllegalArgumentException("--devbox needs the id of a devbox. Try --help.");
        }
        return id;
    }
}
