package io.github.devboxtunnels.sandbox;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.devboxtunnels.loopback.PlainTransport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.vertx.core.net.SocketAddress;

/**
 * The plain transport, which also knows the accepted connections: Vert.x itself ends one only in the orderly way, and a
 * TCP reset is a fault worth trying.
 */
final class ResettableTransport extends PlainTransport {

    private final Map<Integer, Channel> accepted = new ConcurrentHashMap<>();

    /** Resets the connection that came from this address. */
    void reset(SocketAddress from) {
        Channel channel = accepted.get(from.port());
        if (channel != null) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            var _ = channel.close();
        }
    }

    @Override
    protected ChannelHandler accepting() {
        return new Accepting();
    }

    @ChannelHandler.Sharable
    private final class Accepting extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof Channel child && child.remoteAddress() instanceof InetSocketAddress from) {
                accepted.put(from.getPort(), child);
                var _ = child.closeFuture().addListener(closed -> accepted.remove(from.getPort(), child));
            }
            super.channelRead(context, message);
        }
    }
}
