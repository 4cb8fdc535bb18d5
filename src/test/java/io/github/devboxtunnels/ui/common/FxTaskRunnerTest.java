package io.github.devboxtunnels.ui.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.time.SystemTimeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class FxTaskRunnerTest extends FxTest {

    private final FxTaskRunner runner = new FxTaskRunner(new SystemTimeline());
    private final Logger logger = (Logger) LoggerFactory.getLogger(FxTaskRunner.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final List<Object> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    /** Runs some work, and returns when it is over and everything it told has been heard. */
    private void run(Callable<String> work) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Thread[] worker = new Thread[1];
        doOnFx(() -> runner.run(() -> {
            worker[0] = Thread.currentThread();
            over.countDown();
            return work.call();
        }, told::add, told::add));
        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(worker[0].join(Duration.ofSeconds(10))).isTrue();
        settle();
    }

    private List<Level> levels() {
        return lines.list.stream().map(ILoggingEvent::getLevel).filter(level -> level.isGreaterOrEqual(Level.INFO))
                .toList();
    }

    @Test
    void theResultIsTold() throws Exception {
        run(() -> "done");
        assertThat(told).containsExactly("done");
    }

    @Test
    void aProblemIsTold() throws Exception {
        Problem problem = new Problem.Unexpected("Reason");
        run(() -> {
            throw new ProblemException(problem);
        });
        assertThat(told).containsExactly(problem);
        assertThat(levels()).isEmpty();
    }

    @Test
    void workNobodyWaitsForTellsAndLogsNothing() throws Exception {
        run(() -> {
            throw new CancellationException("the session is closed");
        });
        assertThat(told).isEmpty();
        assertThat(levels()).isEmpty();
    }

    @Test
    void whatNobodyExpectedIsToldAndLogged() throws Exception {
        run(() -> {
            throw new IllegalArgumentException("surprise");
        });
        assertThat(told).containsExactly(new Problem.Unexpected("IllegalArgumentException"));
        assertThat(levels()).containsExactly(Level.ERROR);
    }
}
