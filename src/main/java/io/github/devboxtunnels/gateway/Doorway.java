package io.github.devboxtunnels.gateway;

import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;

import io.github.devboxtunnels.loopback.PlainTransport;
import io.github.devboxtunnels.time.Timeline;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TcpConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plain transport, which puts a {@link FrontDoor} in front of everything Vert.x does with an accepted connection
 * and closes those of other users before they can say a word.
 */
final class Doorway extends PlainTransport {

    private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);

    private final ConcurrentHashMap<Ends, FrontDoor> doors = new ConcurrentHashMap<>();
    private final Timeline timeline;
    private final PeerOwner owner;
    private final KeepAlive keepAlive = new KeepAlive();

    /** Both ends of a connection: IPv4 and IPv6 have the same port numbers. */
    private record Ends(String host, int port, int here) {
    }

    Doorway(Timeline timeline, PeerOwner owner) {
        this.timeline = timeline;
        this.owner = owner;
    }

    /** The door of a connection; null once it is closed. */
    @Nullable
    FrontDoor door(SocketAddress from, SocketAddress here) {
        return doors.get(new Ends(from.hostAddress(), from.port(), here.port()));
    }

    /** How many connections are open. */
    int open() {
        return doors.size();
    }

    @Override
    public void configure(TcpConfig config, boolean domainSocket, Bootstrap bootstrap) {
        super.configure(config, domainSocket, bootstrap);
        keepAlive.configure(bootstrap);
    }

    @Override
    protected ChannelHandler accepting() {
        return new Accepting();
    }

    @ChannelHandler.Sharable
    private final class Accepting extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof Channel child && child.remoteAddress() instanceof InetSocketAddress from
                    && child.localAddress() instanceof InetSocketAddress here) {
                if (!owner.oursIs(from, here)) {
                    LOG.info("a connection that is not this user's was closed");
                    child.unsafe().closeForcibly();
                    return;
                }
                Ends ends = new Ends(from.getAddress().getHostAddress(), from.getPort(), here.getPort());
                FrontDoor door = new FrontDoor(timeline);
                child.pipeline().addFirst(door);
                doors.put(ends, door);
                var _ = child.closeFuture().addListener(closed -> doors.remove(ends, door));
            }
            super.channelRead(context, message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) throws Exception {
            owner.forget();
            super.channelReadComplete(context);
        }
    }
}
