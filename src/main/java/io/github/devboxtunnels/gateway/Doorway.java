package io.github.devboxtunnels.gateway;

import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;

import io.github.devboxtunnels.time.Timeline;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TcpConfig;
import io.vertx.core.spi.transport.Transport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plain transport, which puts a {@link FrontDoor} in front of everything Vert.x does with an accepted connection
 * and closes those of other users before they can say a word.
 */
final class Doorway implements io.vertx.core.transport.Transport, Transport {

    private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);

    private final Transport plain = io.vertx.core.transport.Transport.NIO.implementation();
    private final ConcurrentHashMap<Ends, FrontDoor> doors = new ConcurrentHashMap<>();
    private final Timeline timeline;
    private final PeerOwner owner;

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
    public void configure(TcpConfig config, boolean domainSocket, ServerBootstrap bootstrap) {
        plain.configure(config, domainSocket, bootstrap);
        bootstrap.handler(new Accepting());
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

    @Override
    public String name() {
        return "nio";
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    @SuppressWarnings("NullAway") // null is how the interface says that nothing is wrong
    public Throwable unavailabilityCause() {
        return null;
    }

    @Override
    public Transport implementation() {
        return this;
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
        return plain.ioHandlerFactory();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface asks for it
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return plain.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
        return plain.datagramChannelFactory();
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return plain.channelFactory(domainSocket);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return plain.serverChannelFactory(domainSocket);
    }
}
