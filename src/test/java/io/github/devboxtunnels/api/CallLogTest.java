package io.github.devboxtunnels.api;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.TunnelSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static io.github.devboxtunnels.api.ApiFixture.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

/** What a log tells of calls, at its most talkative. */
class CallLogTest {

    private static final String BODY = "{\"id\":\"dbx_1\",\"tunnel_key\":\"plantedTunnelKey\",\"auth_token\":"
            + "\"plantedToken\",\"auth_mode\":\"authenticated\"}";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger(HttpRunloopApi.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        root.addAppender(lines);
        own.setLevel(Level.ALL);
    }

    @AfterEach
    void stop() {
        root.detachAppender(lines);
        own.setLevel(null);
    }

    @Test
    void oneLineATryWithoutSecrets() throws Exception {
        int[] turn = {0};
        try (var server = RawServer.start((request, socket, out) -> {
            String head = turn[0]++ == 0 ? "HTTP/1.1 500 Oops " + ApiFixture.KEY.reveal() : "HTTP/1.1 200 OK";
            out.write((head + "\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY).getBytes());
            return true;
        }); var api = ApiFixture.client(server.url(), new ApiFixture.SleepLog())) {
            api.get("dbx_1");
            api.enableTunnel("dbx_1", new TunnelSettings(AuthMode.AUTHENTICATED, true, false));
            turn[0] = 0;
            problemOf(() -> api.removeTunnel("dbx_1"));
        }
        List<String> said = lines.list.stream().filter(event -> event.getLoggerName().equals(own.getName()))
                .map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(said).extracting(line -> line.replaceAll("\\d+ ms", "N ms")).containsExactly(
                "GET /v1/devboxes/dbx_1 500 N ms, try 1", "GET /v1/devboxes/dbx_1 200 N ms, try 2",
                "POST /v1/devboxes/dbx_1/enable_tunnel 200 N ms, try 1",
                "POST /v1/devboxes/dbx_1/remove_tunnel 500 N ms, try 1");
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(ApiFixture.KEY.reveal()) || line.contains("planted"));
    }
}
