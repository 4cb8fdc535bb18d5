package io.github.devboxtunnels.app;

import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param mode what to do
 * @param sandbox whether to open on the embedded sandbox, whatever the environment says
 * @param rest flags that belong to the mode
 */
public record Arguments(Mode mode, boolean sandbox, List<String> rest) {

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
            return new Arguments(Mode.SERVE_SANDBOX, false, rest);
        }
        Mode mode = Mode.WINDOW;
        boolean sandbox = false;
        for (String word : words) {
            switch (word) {
                case "--sandbox" -> sandbox = true;
                case "--measure-start" -> mode = Mode.MEASURE_START;
                case "--train" -> mode = Mode.TRAIN;
                case "--help", "-h" -> mode = Mode.HELP;
                case "--version" -> mode = Mode.VERSION;
                default -> throw new IllegalArgumentException("Unknown option " + word + ". Try --help.");
            }
        }
        return new Arguments(mode, sandbox, List.of());
    }
}
