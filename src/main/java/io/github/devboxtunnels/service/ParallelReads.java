package io.github.devboxtunnels.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs reads side by side and waits for all of them: a virtual thread each, gone when this returns. The one class of
 * this layer that has threads of its own, because structured concurrency is still a preview in Java 25.
 */
final class ParallelReads {

    private ParallelReads() {
    }

    /**
     * Every result, in the order of the reads. The first failure interrupts the others and is thrown; an interrupt of
     * the caller interrupts all.
     */
    static <T> List<T> all(List<? extends Callable<T>> reads) throws InterruptedException {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("read-", 0).factory());
        try {
            ExecutorCompletionService<T> finished = new ExecutorCompletionService<>(threads);
            List<Future<T>> results = new ArrayList<>();
            for (Callable<T> read : reads) {
                results.add(finished.submit(read));
            }
            for (int i = 0; i < results.size(); i++) {
                finished.take().get();
            }
            return results.stream().map(Future::resultNow).toList();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) throws InterruptedException {
        return switch (e.getCause()) {
            case InterruptedException interrupted -> throw interrupted;
            case Error error -> throw error;
            case RuntimeException problem -> problem;
            case null, default -> new IllegalStateException(e);
        };
    }
}
