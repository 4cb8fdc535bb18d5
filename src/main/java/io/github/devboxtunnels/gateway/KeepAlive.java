package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the system probe idle connections, so that one whose other end went without a word, as while a laptop slept, is
 * closed after a minute and a half. A tunnel sees no request in a probe.
 */
final class KeepAlive {

    private static final Logger LOG = LoggerFactory.getLogger(KeepAlive.class);
    /** Seconds, seconds, and how many. Their constants are in the package {@code jdk.net}, their names everywhere. */
    private static final Map<String, Integer> PROBES = Map.of("TCP_KEEPIDLE", 30, "TCP_KEEPINTERVAL", 10,
            "TCP_KEEPCOUNT", 6);

    private final Set<SocketOption<?>> supported;

    KeepAlive() {
        supported = supported();
    }

    /** For all connections that it makes. */
    void configure(Bootstrap bootstrap) {
        bootstrap.option(ChannelOption.SO_KEEPALIVE, true);
        for (SocketOption<?> option : supported) {
            Integer value = PROBES.get(option.name());
            if (value != null) {
                set(bootstrap, option, value);
            }
        }
    }

    private static <T> void set(Bootstrap bootstrap, SocketOption<T> option, Object value) {
        bootstrap.option(NioChannelOption.of(option), option.type().cast(value));
    }

    private static Set<SocketOption<?>> supported() {
        try (SocketChannel any = SocketChannel.open()) {
            return any.supportedOptions();
        } catch (IOException e) {
            LOG.debug("this system does not say how it probes connections");
            return Set.of();
        }
    }
}
