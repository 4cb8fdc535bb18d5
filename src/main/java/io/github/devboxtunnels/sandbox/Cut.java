package io.github.devboxtunnels.sandbox;

/**
 * The connection ends instead of an answer.
 *
 * @param way how it ends
 * @param committed whether the operation is carried out first
 */
record Cut(Way way, boolean committed) implements Fault {

    /** How a connection ends. */
    enum Way {
        /** TCP RST. */
        RESET,
        /** TCP FIN without an answer. */
        CLOSE,
        /** TCP FIN in the middle of the body. */
        HALF_BODY
    }
}
