package io.github.devboxtunnels.architecture.planted.gateway.process;

/** Breaks: what speaks to the gateways knows not how they are made. */
public final class Inside {
    io.vertx.core.Vertx vertx;
}
