package io.github.devboxtunnels.gateway;

import java.util.function.IntConsumer;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** Tells how many bytes pass. */
final class CountedStream implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final IntConsumer passed;

    CountedStream(ReadStream<Buffer> source, IntConsumer passed) {
        this.source = source;
        this.passed = passed;
    }

    @Override
    public CountedStream handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : bytes -> {
            passed.accept(bytes.length());
            handler.handle(bytes);
        });
        return this;
    }

    @Override
    public CountedStream exceptionHandler(@Nullable Handler<Throwable> handler) {
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public CountedStream endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public CountedStream pause() {
        source.pause();
        return this;
    }

    @Override
    public CountedStream resume() {
        source.resume();
        return this;
    }

    @Override
    public CountedStream fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
