package io.github.devboxtunnels.gateway.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.devboxtunnels.gateway.GatewayRequest;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.testing.Devboxes;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Calls over pipes: what is said arrives as it was, and what breaks breaks for whoever waits. */
class RemoteCallsTest {

    interface Echo {
        Devbox devbox(@Nullable Devbox devbox) throws IOException;

        List<GatewayRequest> requests(List<GatewayRequest> requests) throws IOException;

        Secret secret(Secret secret, AddressTemplate addresses, Instant at, boolean on, @Nullable Integer number)
                throws IOException;

        void fail(String how) throws IOException;

        void tell(String word);

        CompletionStage<@Nullable String> later(String word);
    }

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final CompletableFuture<@Nullable String> later = new CompletableFuture<>();
    private final CountDownLatch hereEnded = new CountDownLatch(1);
    private OutputStream toThere;
    private OutputStream toHere;
    private RemoteCalls here;
    private Echo echo;

    @BeforeTry
    void connect() throws IOException {
        PipedInputStream there = new PipedInputStream(1 << 16);
        PipedInputStream back = new PipedInputStream(1 << 16);
        toThere = new PipedOutputStream(there);
        toHere = new PipedOutputStream(back);
        here = new RemoteCalls(toThere, Runnable::run);
        new RemoteCalls(toHere, Runnable::run).serve(there, Echo.class, new Answers(), () -> {
        });
        here.serve(back, Runnable.class, () -> {
        }, hereEnded::countDown);
        echo = here.remote(Echo.class);
    }

    @AfterTry
    void close() throws IOException {
        toThere.close();
        toHere.close();
    }

    private final class Answers implements Echo {
        @Override
        public Devbox devbox(@Nullable Devbox devbox) {
            return devbox;
        }

        @Override
        public List<GatewayRequest> requests(List<GatewayRequest> requests) {
            return requests;
        }

        @Override
        public Secret secret(Secret secret, AddressTemplate addresses, Instant at, boolean on, Integer number) {
            return Secret.of(secret.reveal() + addresses + at + on + number);
        }

        @Override
        public void fail(String how) throws IOException {
            switch (how) {
                case "io" -> throw new IOException("a secret");
                case "argument" -> throw new IllegalArgumentException("a secret");
                default -> throw new UnsupportedOperationException("a secret");
            }
        }

        @Override
        public void tell(String word) {
            told.add(word);
        }

        @Override
        public CompletionStage<@Nullable String> later(String word) {
            return later;
        }
    }

    @Property(tries = 200)
    void aDevboxArrivesAsItWas(@ForAll String name, @ForAll int second, @ForAll int nanos) throws IOException {
        Devbox devbox = Devboxes.running("web").metadata(name, name).createdAt(Instant.ofEpochSecond(second, nanos))
                .authenticated().build();
        assertThat(echo.devbox(devbox)).isEqualTo(devbox);
        Devbox odd = devbox.withTunnel(Devboxes.tunnelOf("web", devbox.tunnel().settings(), devbox.createdAt()));
        assertThat(echo.devbox(odd)).isEqualTo(odd);
    }

    @Example
    void everyPartOfADevboxArrives() throws IOException {
        Devbox devbox = Devboxes.suspended("web").suspendsAfter(Duration.ofMinutes(15)).maxLifetime(Duration.ofDays(1))
                .ruledWakeOnHttp(false).blueprint("base").reason("idle").statusWord("hibernating").authenticated()
                .build();
        assertThat(echo.devbox(devbox)).isEqualTo(devbox);
        Devbox plain = Devboxes.running("web").endsAfter(Duration.ofMinutes(1)).build();
        assertThat(echo.devbox(plain)).isEqualTo(plain);
    }

    @Example
    void nothingArrivesAsNothing() throws IOException {
        assertThat(echo.devbox(null)).isNull();
        assertThat(echo.requests(List.of())).isEmpty();
        assertThat(echo.devbox(Devboxes.unnamed("dbx_1").build()).tunnel()).isNull();
    }

    @Example
    void requestsAndSecretsArriveAsTheyWere() throws IOException {
        GatewayRequest request = new GatewayRequest(7, Instant.ofEpochSecond(3, 123456789),
                GatewayRequest.Kind.SOCKET, "GET", "/ü?q=…\n\"", 101, Duration.ofNanos(1234567891011L),
                1L << 40, true);
        assertThat(echo.requests(List.of(request))).containsExactly(request);
        assertThat(echo.secret(Secret.of("key"), AddressTemplate.parse("tunnel.example"), Instant.EPOCH, true, null)
                .reveal()).isEqualTo("keyhttps://{port}-{tunnel_key}.tunnel.example1970-01-01T00:00:00Ztruenull");
    }

    @Example
    void whatFailsThereFailsHereWithoutItsWords() {
        assertThatThrownBy(() -> echo.fail("io")).isInstanceOf(IOException.class).message().doesNotContain("secret");
        assertThatThrownBy(() -> echo.fail("argument")).isInstanceOf(IllegalArgumentException.class).message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> echo.fail("else")).isInstanceOf(IllegalStateException.class).message()
                .doesNotContain("secret");
    }

    @Example
    void whatIsToldIsNotWaitedForAndComesInOrder() throws Exception {
        CompletionStage<@Nullable String> answer = echo.later("word");
        for (String word : List.of("one", "two", "three")) {
            echo.tell(word);
        }
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("one");
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("two");
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("three");
        later.complete("done");
        assertThat(answer.toCompletableFuture().get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Example
    void whoWaitsHearsOfTheEnd() throws Exception {
        CompletionStage<@Nullable String> answer = echo.later("word");
        toHere.close();
        assertThat(hereEnded.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> answer.toCompletableFuture().get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IOException.class);
        assertThat(here.ended()).isTrue();
        assertThatThrownBy(() -> echo.fail("io")).isInstanceOf(IOException.class);
        echo.tell("nobody");
    }

    @Example
    void whatIsNoMessageIsPassedOver() throws Exception {
        toHere.write("[warning] a machine says\n".getBytes(StandardCharsets.UTF_8));
        toHere.flush();
        assertThat(echo.devbox(null)).isNull();
        assertThat(here.ended()).isFalse();
    }

    @Example
    void halfAMessageEndsIt() throws Exception {
        toHere.write("{\"method\":\n".getBytes(StandardCharsets.UTF_8));
        toHere.flush();
        assertThat(hereEnded.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Example
    void aModeOfANewerApiArrivesToo() throws IOException {
        Devbox devbox = Devboxes.running("web").authenticated().build();
        AuthMode odd = AuthMode.of("public");
        Devbox other = devbox.withTunnel(new Tunnel(devbox.tunnel().key(), odd, null,
                devbox.createdAt(), false, true));
        assertThat(echo.devbox(other)).isEqualTo(other);
    }
}
