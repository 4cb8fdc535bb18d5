package io.github.devboxtunnels.service;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParallelReadsTest {

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();

    private int waitForEver() throws InterruptedException {
        try {
            never.await();
            return 0;
        } catch (InterruptedException e) {
            interrupted.set(true);
            throw e;
        }
    }

    @Test
    void answersInTheOrderAskedWhateverIsFasterAndRunsSideBySide() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        List<Callable<Integer>> reads = List.of(() -> {
            second.await();
            return 1;
        }, () -> {
            second.countDown();
            return 2;
        });
        assertThat(ParallelReads.all(reads)).containsExactly(1, 2);
        assertThat(ParallelReads.all(List.<Callable<Integer>>of())).isEmpty();
    }

    @Test
    void theFirstFailureEndsTheOthers() {
        ProblemException failure = new ProblemException(new Problem.Offline("refused"));
        CountDownLatch waiting = new CountDownLatch(1);
        List<Callable<Integer>> reads = List.of(() -> {
            waiting.countDown();
            return waitForEver();
        }, () -> {
            waiting.await();
            throw failure;
        });
        assertThatThrownBy(() -> ParallelReads.all(reads)).isSameAs(failure);
        assertThat(interrupted).isTrue();
    }

    @Test
    void anInterruptReachesEveryRead() {
        Thread caller = Thread.currentThread();
        List<Callable<Integer>> reads = List.of(() -> {
            caller.interrupt();
            return waitForEver();
        });
        assertThatThrownBy(() -> ParallelReads.all(reads)).isInstanceOf(InterruptedException.class);
        assertThat(interrupted).isTrue();
    }
}
