package io.github.devboxtunnels.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The address of a tunnel is the one that the system knows now, and no request waits for what is known. */
class UpstreamAddressTest {

    private static final String HOST = "3000-key.tunnel.example";
    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress TWO = InetAddress.ofLiteral("192.0.2.2");

    private final SimulatedTimeline time = new SimulatedTimeline();
    private final List<String> asked = new ArrayList<>();
    private final List<Promise<InetAddress[]>> lookups = new ArrayList<>();
    private final UpstreamAddress addresses = new UpstreamAddress(host -> {
        asked.add(host);
        return new InetAddress[0];
    }, blocking -> {
        lookups.add(Promise.promise());
        try {
            blocking.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return lookups.getLast().future();
    }, time);

    @Test
    void namesOfThisComputerAreNotAskedFor() {
        assertThat(addresses.of("3000-key.tunnel.localhost").result().isLoopbackAddress()).isTrue();
        assertThat(lookups).isEmpty();
    }

    @Test
    void requestsAtOnceShareOneLookupAndLaterOnesItsAnswer() {
        Future<InetAddress> first = addresses.of(HOST);
        Future<InetAddress> second = addresses.of(HOST);
        assertThat(first.isComplete()).isFalse();
        answer(ONE, TWO);

        assertThat(first.result()).isEqualTo(ONE);
        assertThat(second.result()).isEqualTo(ONE);
        time.advance(Duration.ofSeconds(29));
        assertThat(addresses.of(HOST).result()).isEqualTo(ONE);
        assertThat(asked).containsExactly(HOST);
    }

    @Test
    void anAnswerIsRenewedBesideTheRequests() {
        known();
        time.advance(Duration.ofSeconds(31));
        assertThat(addresses.of(HOST).result()).isEqualTo(ONE);
        assertThat(addresses.of(HOST).result()).isEqualTo(ONE);
        assertThat(lookups).hasSize(2);
        answer(TWO);

        assertThat(addresses.of(HOST).result()).isEqualTo(TWO);
        assertThat(lookups).hasSize(2);
    }

    @Test
    void theSameAddressIsKeptWhileItIsGood() {
        known();
        time.advance(Duration.ofSeconds(31));
        addresses.of(HOST);
        answer(TWO, ONE);

        assertThat(addresses.of(HOST).result()).isEqualTo(ONE);
    }

    @Test
    void afterAPauseTheSystemIsAskedFirst() {
        known();
        time.advance(Duration.ofHours(1));
        Future<InetAddress> address = addresses.of(HOST);
        assertThat(address.isComplete()).isFalse();
        answer(TWO);

        assertThat(address.result()).isEqualTo(TWO);
    }

    @Test
    void afterAFailedConnectionTheSystemIsAskedAndAnotherAddressIsTried() {
        known();
        addresses.failed(ONE);
        addresses.failed(ONE);
        Future<InetAddress> next = addresses.of(HOST);
        assertThat(next.isComplete()).isFalse();
        answer(ONE, TWO);
        assertThat(next.result()).isEqualTo(TWO);

        addresses.failed(TWO);
        Future<InetAddress> last = addresses.of(HOST);
        answer(ONE, TWO);
        assertThat(last.result()).isEqualTo(ONE);
    }

    @Test
    void whenTheSystemDoesNotKnowTheLastAnswerHasToDo() {
        Future<InetAddress> first = addresses.of(HOST);
        fail();
        assertThat(first.failed()).isTrue();
        known();
        time.advance(Duration.ofHours(1));
        Future<InetAddress> later = addresses.of(HOST);
        fail();

        assertThat(later.result()).isEqualTo(ONE);
    }

    @Test
    void anotherTunnelIsLookedUpAndALateAnswerForTheFirstIsNotTakenForIt() {
        Future<InetAddress> first = addresses.of(HOST);
        Future<InetAddress> second = addresses.of("3000-other.tunnel.example");
        lookups.getFirst().complete(new InetAddress[]{ONE});
        assertThat(first.result()).isEqualTo(ONE);
        assertThat(second.isComplete()).isFalse();
        answer(TWO);

        assertThat(second.result()).isEqualTo(TWO);
        assertThat(addresses.of("3000-other.tunnel.example").result()).isEqualTo(TWO);
    }

    private void known() {
        addresses.of(HOST);
        answer(ONE, TWO);
    }

    private void answer(InetAddress... found) {
        lookups.getLast().complete(found);
    }

    private void fail() {
        lookups.getLast().fail(new UnknownHostException());
    }
}
