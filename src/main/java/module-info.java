/** Devbox Tunnels: a desktop application, so it exports nothing. */
module io.github.devboxtunnels {
    requires atlantafx.base;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires io.vertx.core;
    requires io.vertx.httpproxy;
    requires io.vertx.web;
    requires java.net.http;
    requires javafx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires static org.jspecify;
    requires org.slf4j;
    requires tools.jackson.databind;

    provides ch.qos.logback.classic.spi.Configurator with io.github.devboxtunnels.app.LogConfigurator;

    // Jackson calls the canonical constructors of these records.
    opens io.github.devboxtunnels.api.dto to tools.jackson.databind;
    // And of these, on their way to the process of the gateways and back.
    opens io.github.devboxtunnels.gateway to tools.jackson.databind;
    opens io.github.devboxtunnels.model to tools.jackson.databind;
}
