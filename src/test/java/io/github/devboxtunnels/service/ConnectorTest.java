package io.github.devboxtunnels.service;

import java.time.Duration;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConnectorTest {

    private static final Connection CONNECTION = new Connection(Connection.Kind.ENTERED, ApiOrigin.RUNLOOP,
            AddressTemplate.derive(ApiOrigin.RUNLOOP), Secret.of("ak_planted"));

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final FakeRunloopApi api = new FakeRunloopApi(timeline).put(Devboxes.running("a"));
    private final Connector connector = new Connector(connection -> api, reader -> new FakeGateways(), timeline);

    @Test
    void aGoodKeyOpensASessionThatWatchesInTheBackground() throws InterruptedException {
        Session session = connector.connect(CONNECTION);
        assertThat(session.account().name()).isEqualTo("Acme");
        assertThat(api.count(Call.LIST)).isZero();
        timeline.advance(Duration.ZERO);
        assertThat(session.devboxes().current().devboxes()).hasSize(1);
        assertThat(session.toString()).doesNotContain("ak_planted");
    }

    @Test
    void closingEndsTheWatchAndTheClient() throws InterruptedException {
        connector.connect(CONNECTION).close();
        assertThat(api.closed()).isTrue();
        assertThat(timeline.scheduled()).isZero();
    }

    @Test
    void aBadKeyClosesTheClientAndWatchesNothing() {
        api.breakDown(new Problem.Unauthorised(FakeRunloopApi.reply(401, "bad key")));
        assertThatThrownBy(() -> connector.connect(CONNECTION)).isInstanceOf(ProblemException.class);
        assertThat(api.closed()).isTrue();
        assertThat(timeline.scheduled()).isZero();
    }
}
