package io.github.devboxtunnels.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 11: connections cut at random moments leave nothing behind. */
class CutsTest {

    private final Logger vertx = (Logger) LoggerFactory.getLogger("io.vertx");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        vertx.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        vertx.detachAppender(logged);
    }

    @Test
    void aHundredAndTwentyCuts() throws Exception {
        new Cuts(1).run(120);
        assertThat(logged.list).as("a caller that goes away is nothing to log")
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN)).isEmpty();
    }
}
