package io.github.devboxtunnels.gateway;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.devboxtunnels.time.SystemTimeline;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.net.TcpConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A tunnel that goes without a word is missed within two minutes: the system asks whether it is still there. */
class KeepAliveTest {

    @Test
    void aConnectionToATunnelIsProbedByTheSystem() throws Exception {
        Bootstrap bootstrap = new Bootstrap().channel(NioSocketChannel.class)
                .handler(new ChannelInboundHandlerAdapter());
        new Doorway(new SystemTimeline(), PeerOwner.ofThisSystem()).configure(new TcpConfig(), false, bootstrap);
        try (var loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
                var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Channel channel = bootstrap.group(loop).connect(server.getLocalSocketAddress()).sync().channel();
            Map<String, Object> options = channel.config().getOptions().entrySet().stream()
                    .collect(Collectors.toMap(each -> each.getKey().name().replaceAll(".*#", ""),
                            Map.Entry::getValue, (one, other) -> one));

            assertThat(options).containsEntry("SO_KEEPALIVE", true).containsEntry("TCP_KEEPIDLE", 30)
                    .containsEntry("TCP_KEEPINTERVAL", 10).containsEntry("TCP_KEEPCOUNT", 6);
            channel.close().sync();
        }
    }

    @Test
    void theImageHasTheModuleThatSetsTheTimes() throws Exception {
        assertThat(Files.readString(Path.of("jlink.json"))).contains("\"jdk.net\"");
    }
}
