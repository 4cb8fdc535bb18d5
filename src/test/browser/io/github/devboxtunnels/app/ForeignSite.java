package io.github.devboxtunnels.app;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;

/** A page of somebody else on loopback, which answers to every host name. */
final class ForeignSite implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private volatile String html = "";

    ForeignSite() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.response().putHeader("content-type", "text/html; charset=utf-8")
                        .end(html))
                .listen(0, "127.0.0.1").await();
    }

    /** What it serves from now on. */
    ForeignSite serving(String page) {
        html = "<!doctype html><title>foreign</title><body>" + page;
        return this;
    }

    /** Its address under a host name that the browser resolves to loopback. */
    String at(String host) {
        return "http://" + host + ":" + server.actualPort() + "/";
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
