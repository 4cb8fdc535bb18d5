package io.github.devboxtunnels.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.devboxtunnels.time.Timeline;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * The first to see the bytes of a connection. Passes plainly framed requests on to Vert.x, answers everything else
 * itself, and closes the connection when nothing was asked for a minute. After a WebSocket handshake it only watches.
 */
final class FrontDoor extends ChannelInboundHandlerAdapter {

    /** How long a connection may lie idle between requests. */
    static final Duration IDLE = Duration.ofSeconds(60);

    /** How long a refused caller may take to read why. */
    private static final long FAREWELL_MILLIS = 1000;
    private static final Map<Integer, String> PHRASES = Map.of(400, "Bad Request", 405, "Method Not Allowed", 431,
            "Request Header Fields Too Large");

    private final Timeline timeline;
    private final Framing framing = new Framing();
    private @Nullable ChannelHandlerContext context;
    private Timeline.@Nullable Scheduled idleCheck;
    private long idleSince;
    private int underWay;
    private boolean raw;
    private boolean refused;
    private long passed;

    FrontDoor(Timeline timeline) {
        this.timeline = timeline;
        this.idleSince = timeline.nanoTime();
    }

    /** A request has reached the gateway. */
    void begin() {
        underWay++;
    }

    /** Its answer is complete, or given up. */
    void end() {
        underWay--;
        idleSince = timeline.nanoTime();
    }

    /** From here on the bytes are frames of a WebSocket. */
    void passThrough() {
        raw = true;
    }

    /** How many bytes have come since it passes everything through. */
    long passedThrough() {
        return passed;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        scheduleIdleCheck(ctx, IDLE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        Timeline.Scheduled check = idleCheck;
        if (check != null) {
            check.cancel();
        }
        super.channelInactive(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (refused || !(message instanceof ByteBuf bytes)) {
            ReferenceCountUtil.release(message);
            return;
        }
        Refusal refusal = raw ? null : framing.read(bytes);
        if (raw) {
            passed += bytes.readableBytes();
        }
        if (refusal == null) {
            super.channelRead(ctx, message);
        } else {
            ReferenceCountUtil.release(message);
            refuse(ctx, refusal);
        }
    }

    private void refuse(ChannelHandlerContext ctx, Refusal refusal) {
        refused = true;
        if (underWay > 0) {
            // An answer is on its way; a second one in the middle of it would be read as part of it.
            var _ = ctx.close();
            return;
        }
        String body = refusal.why() + ".\n";
        String answer = "HTTP/1.1 " + refusal.status() + " " + PHRASES.getOrDefault(refusal.status(), "Refused")
                + "\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        var _ = ctx.writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII))
                .addListener(written -> {
                    // Closed at once, unread bytes would reset the connection and take the answer with them.
                    if (ctx.channel() instanceof SocketChannel socket) {
                        var _ = socket.shutdownOutput();
                    }
                    var _ = ctx.executor().schedule(() -> {
                        var _ = ctx.close();
                    }, FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
                });
    }

    private void scheduleIdleCheck(ChannelHandlerContext ctx, Duration delay) {
        idleCheck = timeline.after(delay, () -> {
            if (!ctx.executor().isShuttingDown()) {
                ctx.executor().execute(this::checkIdle);
            }
        });
    }

    private void checkIdle() {
        ChannelHandlerContext ctx = context;
        if (ctx == null || !ctx.channel().isActive()) {
            return;
        }
        Duration idle = underWay > 0 || raw ? Duration.ZERO : Duration.ofNanos(timeline.nanoTime() - idleSince);
        if (idle.compareTo(IDLE) >= 0) {
            var _ = ctx.close();
        } else {
            scheduleIdleCheck(ctx, IDLE.minus(idle));
        }
    }
}
