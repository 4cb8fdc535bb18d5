package io.github.devboxtunnels;

import java.util.Arrays;

/** Entry. */
public final class Main {
    private Main() {
    }

    /**
     * Starts.
     *
     * @param args flags
     */
    public static void main(String[] args) {
        System.out.println(Arrays.toString(args) + Main.class.getModule() + System.getProperty("java.version"));
    }
}
