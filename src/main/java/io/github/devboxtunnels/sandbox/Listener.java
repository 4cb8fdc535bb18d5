package io.github.devboxtunnels.sandbox;

/**
 * A service that listens in a devbox.
 *
 * @param port where
 * @param kind what it is
 * @param anywhere whether it is bound to all addresses and so within reach of the tunnel; localhost otherwise
 */
record Listener(int port, Kind kind, boolean anywhere) {

    /** What a service is. */
    enum Kind {
        /** A small web page. */
        PAGE("node"),
        /** A JSON service. */
        JSON("python3");

        private final String process;

        Kind(String process) {
            this.process = process;
        }

        /** Name of the process that would run it. */
        String process() {
            return process;
        }
    }
}
