package io.github.devboxtunnels.api;

import java.io.IOException;

/** Reads the body of a success while it arrives. */
@FunctionalInterface
interface AnswerReader<T> {

    /**
     * Reads the body to its end.
     *
     * @throws IOException when the connection breaks
     * @throws MalformedAnswerException when it is not what the API promises
     */
    T read(AnswerBody body) throws IOException, MalformedAnswerException;
}
