package io.github.devboxtunnels.ui.tunnel;

import javafx.scene.Node;
import javafx.scene.control.Button;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.ui.controls.Unavailable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The strip of a removal that failed. */
class RemovalFailedTest extends PageWindowFixture {

    private Button tryAgain() {
        return onFx(() -> (Button) window.view.lookupAll(".tunnel-body .button").stream()
                .filter(node -> node instanceof Button button && "Try again".equals(button.getText()))
                .findFirst().orElseThrow());
    }

    private void fail(Problem problem) {
        open(agent().authenticated());
        fixture.api.fail(Call.REMOVE, problem);
        doOnFx(window.model.card()::remove);
        eventually(() -> window.model.card().troubleProperty().get() != null);
    }

    @Test
    void aKeyThatMayNotRemoveIsNotSentAgainAndTheButtonSaysWhy() {
        fail(new Problem.Forbidden(FakeRunloopApi.reply(403, "read-only key")));
        assertThat(Unavailable.is(tryAgain())).isTrue();
        assertThat(tryAgain().getAccessibleHelp()).isEqualTo("This key may not remove tunnels: read-only key");
    }

    @Test
    void offlineTheButtonSaysWhyAndWorksAgainAfterwards() {
        fail(new Problem.Server(FakeRunloopApi.reply(500, "boom")));
        Node button = tryAgain();
        assertThat(Unavailable.is(tryAgain())).isFalse();
        fixture.api.breakDown(new Problem.Offline("no route"));
        fixture.nextRead();
        eventually(() -> button.getAccessibleHelp() != null);
        assertThat(button.getAccessibleHelp()).startsWith("Offline since 14:00.");
        fixture.api.heal();
        fixture.nextRead();
        eventually(() -> button.getAccessibleHelp() == null);
        doOnFx(tryAgain()::fire);
        eventually(() -> tunnel() == null);
    }

    /** The button that asks is unavailable then, but the sheet may be open already. */
    @Test
    void anAnswerGivenOfflineIsNotLost() {
        open(agent().authenticated());
        RemovalQuestion question = onFx(window.model.card()::question);
        fixture.api.breakDown(new Problem.Offline("no route"));
        fixture.nextRead();
        eventually(() -> window.model.card().question() == null);
        doOnFx(() -> window.model.card().remove(question));
        eventually(() -> window.model.card().troubleProperty().get() != null);
        assertThat(onFx(() -> window.model.card().troubleProperty().get().lead())).isEqualTo("Not removed.");
    }
}
