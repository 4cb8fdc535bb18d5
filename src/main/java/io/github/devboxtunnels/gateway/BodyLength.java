package io.github.devboxtunnels.gateway;

/** How a request says where its body ends. */
sealed interface BodyLength {

    /** So many bytes; 0 without a body. */
    record Fixed(long bytes) implements BodyLength {
    }

    /** Chunks until an empty one. */
    record Chunked() implements BodyLength {
    }
}
