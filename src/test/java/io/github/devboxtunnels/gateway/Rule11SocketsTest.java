package io.github.devboxtunnels.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rule 11: a WebSocket through the gateway is the one that a direct connection gives. */
class Rule11SocketsTest {

    private static final int SECONDS = 20;
    private static ServiceFixture fixture;
    private static Vertx vertx;
    /** Kept: a client that nobody holds is closed with the next garbage collection. */
    private static WebSocketClient plain;
    private static WebSocketClient deflating;

    /** A conversation: what is said; what comes back is recorded. */
    enum Talk {
        TEXT(3) {
            @Override
            void say(WebSocket socket) {
                socket.writeTextMessage("grüß 日本 🎈").onSuccess(sent -> socket.writeTextMessage(""));
            }
        },
        BINARY(3) {
            @Override
            void say(WebSocket socket) {
                socket.writeBinaryMessage(Buffer.buffer(VertxUpstream.block())).onSuccess(
                        sent -> socket.writeBinaryMessage(Buffer.buffer(new byte[]{0, -1, 13, 10})));
            }
        },
        FRAGMENTS(5) {
            @Override
            String path() {
                return "/frames";
            }

            @Override
            void say(WebSocket socket) {
                socket.writeFrame(WebSocketFrame.textFrame("one ", false));
                socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("two "), false));
                socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("three"), true));
                socket.writeFrame(WebSocketFrame.binaryFrame(Buffer.buffer(new byte[1]), false));
                socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(new byte[2]), true));
            }
        },
        PING_BETWEEN_FRAGMENTS(3) {
            @Override
            String path() {
                return "/frames";
            }

            @Override
            void say(WebSocket socket) {
                socket.writeFrame(WebSocketFrame.textFrame("one ", false));
                socket.writePing(Buffer.buffer("are you there"));
                socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("two"), true));
            }
        },
        SIXTEEN_MEBIBYTES(2) {
            @Override
            void say(WebSocket socket) {
                Buffer large = Buffer.buffer();
                for (int i = 0; i < 256; i++) {
                    large.appendBytes(VertxUpstream.block());
                }
                socket.writeBinaryMessage(large);
            }
        },
        CLOSE_NORMALLY(3) {
            @Override
            void say(WebSocket socket) {
                socket.close((short) 1000, "done");
            }
        },
        CLOSED_BY_THE_SERVICE(3) {
            @Override
            void say(WebSocket socket) {
                socket.writeTextMessage("close 4321");
            }
        },
        CLOSED_AS_OVERLOADED(3) {
            @Override
            void say(WebSocket socket) {
                socket.writeTextMessage("close 1013");
            }
        };

        private final int answers;

        Talk(int answers) {
            this.answers = answers;
        }

        abstract void say(WebSocket socket);

        String path() {
            return "/socket";
        }
    }

    @BeforeAll
    static void open() {
        fixture = new ServiceFixture();
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setUseDaemonThread(true));
        plain = client(false);
        deflating = client(true);
    }

    @AfterAll
    static void close() {
        vertx.close().await();
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource
    void itIsEqualToADirectOne(Talk talk) throws Exception {
        assertThat(talk(talk, true, false)).isEqualTo(talk(talk, false, false)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itIsEqualToADirectOneWithCompressionToo(Talk talk) throws Exception {
        assertThat(talk(talk, true, true)).isEqualTo(talk(talk, false, true)).isNotEmpty();
    }

    @Test
    void compressionIsAgreedBetweenTheTwoEnds() throws Exception {
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("GET", "/socket", "Connection: Upgrade", "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Extensions: permessage-deflate"));
            RawClient.Answer answer = client.read();

            assertThat(answer.status()).isEqualTo(101);
            assertThat(answer.one("sec-websocket-extensions")).startsWith("permessage-deflate");
            assertThat(answer.one("sec-websocket-accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(client.in().read()).isEqualTo(0xc1);
        }
    }

    @Test
    void aServiceThatRefusesTheHandshakeIsHeard() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> connect("/refuse", true).await(SECONDS, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(UpgradeRejectedException.class, refused -> {
                        assertThat(refused.getStatus()).isEqualTo(403);
                        assertThat(refused.getBody().toString()).isEqualTo("not for you");
                    });
        }
        Awaitility.await().until(() -> fixture.upstream.connections.size() < 5);
    }

    @Test
    void twoHundredAndFiftySixAreOpenAtOnce() throws Exception {
        List<WebSocket> open = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            open.add(connect("/socket", true).await(SECONDS, TimeUnit.SECONDS));
        }
        assertThat(fixture.gateway.activity().sockets()).isEqualTo(256);
        assertThat(fixture.gateway.activity().open()).isTrue();
        BlockingQueue<String> came = new LinkedBlockingQueue<>();
        for (WebSocket socket : open) {
            socket.textMessageHandler(came::add);
            socket.writeTextMessage("all");
        }
        for (int echoes = 0; echoes < 256;) {
            echoes += "all".equals(came.poll(SECONDS, TimeUnit.SECONDS)) ? 1 : 0;
        }
        open.forEach(WebSocket::close);
        Awaitility.await().until(() -> fixture.gateway.activity().sockets() == 0);
        assertThat(fixture.gateway.requests().getLast().kind()).isEqualTo(GatewayRequest.Kind.SOCKET);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenOneEndGoesSoDoesTheOther(boolean browser) throws Exception {
        WebSocket socket = connect("/socket", true).await(SECONDS, TimeUnit.SECONDS);
        Awaitility.await().until(() -> fixture.gateway.activity().sockets() == 1);
        BlockingQueue<Boolean> closed = new LinkedBlockingQueue<>();
        socket.closeHandler(gone -> closed.add(true));
        if (browser) {
            socket.close();
        } else {
            Awaitility.await().until(() -> fixture.upstream.sockets.size() == 1);
            fixture.upstream.sockets.forEach(ServerWebSocket::close);
        }
        assertThat(closed.poll(SECONDS, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().until(() -> fixture.gateway.activity().sockets() == 0);
        Awaitility.await().until(() -> fixture.upstream.sockets.isEmpty());
    }

    private static List<String> talk(Talk talk, boolean gateway, boolean deflate) throws Exception {
        List<String> heard = new ArrayList<>();
        BlockingQueue<String> came = new LinkedBlockingQueue<>();
        WebSocketClient client = deflate ? deflating : plain;
        ClientWebSocket socket = client.webSocket();
        socket.frameHandler(frame -> came.add(frame.type() + " " + frame.isFinal() + " " + frame.binaryData().length()
                + " " + frame.binaryData().hashCode() + (frame.isClose()
                        ? " " + frame.closeStatusCode() + " " + frame.closeReason()
                        : "")));
        socket.pongHandler(pong -> came.add("pong " + pong));
        socket.closeHandler(closed -> came.add("closed " + socket.closeStatusCode() + " " + socket.closeReason()));
        talk.say(socket.connect(options(talk.path(), gateway)).await(SECONDS, TimeUnit.SECONDS));
        for (int i = 0; i < talk.answers; i++) {
            heard.add(came.poll(SECONDS, TimeUnit.SECONDS));
        }
        socket.close();
        assertThat(heard).doesNotContainNull();
        return heard;
    }

    private static Future<WebSocket> connect(String path, boolean gateway) {
        return plain.connect(options(path, gateway));
    }

    private static WebSocketClient client(boolean deflate) {
        return vertx.createWebSocketClient(new WebSocketClientOptions().setTryUsePerMessageCompression(deflate)
                .setMaxFrameSize(32 << 20).setMaxMessageSize(32 << 20).setMaxConnections(300));
    }

    private static WebSocketConnectOptions options(String path, boolean gateway) {
        return new WebSocketConnectOptions().setHost(gateway ? fixture.gateway.origin().getHost() : "127.0.0.1")
                .setPort(gateway ? fixture.number() : fixture.upstream.port()).setURI(path)
                .setAllowOriginHeader(false);
    }
}
