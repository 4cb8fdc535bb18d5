package io.github.devboxtunnels.testing;

import java.time.Duration;
import java.util.Set;

import io.github.devboxtunnels.api.DevboxQuery;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FakeRunloopApiTest {

    private static final TunnelSettings PRIVATE = new TunnelSettings(AuthMode.AUTHENTICATED, true, false);

    private final FakeRunloopApi api = new FakeRunloopApi(new SimulatedTimeline());

    @Test
    void pagesByCursorAndCountsOnlyWhenAsked() {
        api.put(Devboxes.running("a"), Devboxes.suspended("b"), Devboxes.running("c"), Devboxes.running("d"));
        var first = api.list(new DevboxQuery(Kind.RUNNING, 2, null, false));
        assertThat(first.devboxes()).extracting("id").containsExactly("dbx_a", "dbx_c");
        assertThat(first.more()).isTrue();
        assertThat(first.total()).isNull();
        var second = api.list(new DevboxQuery(Kind.RUNNING, 2, "dbx_c", true));
        assertThat(second.devboxes()).extracting("id").containsExactly("dbx_d");
        assertThat(second.more()).isFalse();
        assertThat(second.total()).isEqualTo(3);
    }

    @Test
    void losesAnswersAfterTheServerCommitted() {
        api.put(Devboxes.running("a"));
        api.commitThenFail(Call.ENABLE, new Problem.Unanswered(true));
        assertThatThrownBy(() -> api.enableTunnel("dbx_a", PRIVATE)).isInstanceOf(ProblemException.class);
        assertThat(api.get("dbx_a").tunnel().settings()).isEqualTo(PRIVATE);
    }

    @Test
    void resumesWhenWaitedFor() throws InterruptedException {
        api.put(Devboxes.suspended("a"));
        assertThat(api.resume("dbx_a").status().kind()).isEqualTo(Kind.RESUMING);
        assertThat(api.waitForStatus("dbx_a", Set.of(Kind.RUNNING), Duration.ofSeconds(1))).isPresent();
    }
}
