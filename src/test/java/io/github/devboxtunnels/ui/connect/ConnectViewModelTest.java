package io.github.devboxtunnels.ui.connect;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.service.Connector;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.testing.DeferredTaskRunner;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.connect.ConnectTrouble.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectViewModelTest {

    private static final Problem.Reply REPLY = new Problem.Reply(401, "no such key", null, "req_1");
    private static final ApiOrigin HERE = ApiOrigin.parse("http://127.0.0.1:9001");

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final DeferredTaskRunner tasks = new DeferredTaskRunner(timeline);
    private final List<Connection> asked = new ArrayList<>();
    private final List<Session> opened = new ArrayList<>();
    private final List<URI> visited = new ArrayList<>();
    private String clipboard;
    private Problem answer;
    private boolean browser = true;

    private final ConnectViewModel model = new ConnectViewModel(tasks, new ConnectViewModel.Doors(this::open,
            () -> new Connection(Connection.Kind.SANDBOX, HERE, AddressTemplate.derive(HERE), Secret.of("sandbox")),
            () -> clipboard, address -> {
                visited.add(address);
                return browser;
            }), opened::add);

    private Session open(Connection connection) throws InterruptedException {
        asked.add(connection);
        if (answer != null) {
            throw new ProblemException(answer);
        }
        Function<Connection, io.github.devboxtunnels.api.RunloopApi> clients = to -> new FakeRunloopApi(timeline);
        return new Connector(clients, reader -> new FakeGateways(), timeline).connect(connection);
    }

    private ConnectTrouble trouble() {
        return ((ConnectState.Refused) model.stateProperty().get()).trouble();
    }

    @Test
    void connectsWithTheTypedKeyToRunloop() {
        assertThat(model.canConnect()).isFalse();
        model.form().keyProperty().set("  ak_planted\n");
        assertThat(model.canConnect()).isTrue();
        model.connect();
        assertThat(model.stateProperty().get()).isEqualTo(new ConnectState.Checking());
        assertThat(model.canConnect()).isFalse();
        tasks.finishAll();
        assertThat(asked).containsExactly(new Connection(Connection.Kind.ENTERED, ApiOrigin.RUNLOOP,
                AddressTemplate.parse("tunnel.runloop.ai"), Secret.of("ak_planted")));
        assertThat(opened).hasSize(1);
        assertThat(model.form().keyProperty().get()).isEmpty();
        assertThat(model.toString() + model.form() + asked).doesNotContain("planted");
    }

    @Test
    void baseUrlAndDomainAreUsed() {
        model.form().keyProperty().set("ak");
        model.form().baseUrlProperty().set("https://api.runloop.pro/");
        assertThat(model.form().derivedDomain()).isEqualTo("tunnel.runloop.pro");
        assertThat(model.keysPage()).hasToString("https://platform.runloop.pro/settings");
        model.form().domainProperty().set("https://{port}-{tunnel_key}.edge.example.com");
        model.connect();
        tasks.finishAll();
        assertThat(asked.getFirst().origin()).isEqualTo(ApiOrigin.parse("https://api.runloop.pro"));
        assertThat(asked.getFirst().addresses().domain()).isEqualTo("edge.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "runloop", "http://api.runloop.ai", "https://api.runloop.ai?x=1", "ftp://x"})
    void aBaseUrlThatCannotBeUsedIsSaidBesideItAndNothingIsSent(String typed) {
        model.form().keyProperty().set("ak");
        model.form().baseUrlProperty().set(typed);
        model.connect();
        assertThat(model.form().baseUrlTroubleProperty().get()).isNotBlank();
        assertThat(model.form().advancedProperty().get()).isTrue();
        assertThat(tasks.waiting()).isZero();
        model.form().baseUrlProperty().set("https://api.runloop.ai");
        assertThat(model.form().baseUrlTroubleProperty().get()).isNull();
    }

    @Test
    void aDomainThatCannotBeUsedIsSaidBesideIt() {
        model.form().keyProperty().set("ak");
        model.form().domainProperty().set("not a domain");
        model.connect();
        assertThat(model.form().domainTroubleProperty().get()).isNotBlank();
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void whatCannotBeAKeyIsNotSent() {
        for (String odd : List.of("ak one", "ak\u00e9", "curl -H x\ny")) {
            model.form().keyProperty().set(odd);
            model.connect();
            assertThat(trouble().remedy()).isEqualTo(Remedy.NONE);
            assertThat(model.form().keyProperty().get()).isEqualTo(odd);
        }
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void aRefusedKeyStaysInItsFieldAndTypingTakesTheStripAway() {
        answer = new Problem.Unauthorised(REPLY);
        model.form().keyProperty().set("ak_wrong");
        model.connect();
        tasks.finishAll();
        assertThat(trouble()).isEqualTo(new ConnectTrouble("Runloop refused this key (401).",
                "It may be revoked or belong to another deployment.", Remedy.NEW_KEY, true, "req_1"));
        assertThat(model.form().keyProperty().get()).isEqualTo("ak_wrong");
        model.form().keyProperty().set("ak_right");
        assertThat(model.stateProperty().get()).isEqualTo(new ConnectState.Ready());
    }

    static List<Problem> problems() {
        return List.of(new Problem.Unauthorised(REPLY), new Problem.Forbidden(REPLY), new Problem.NotFound(REPLY),
                new Problem.Refused(REPLY), new Problem.SlowedDown(REPLY, Duration.ofSeconds(7)),
                new Problem.SlowedDown(REPLY, null), new Problem.Server(new Problem.Reply(502, "", null, null)),
                new Problem.Malformed("html"), new Problem.Offline("refused"), new Problem.Unanswered(true),
                new Problem.Unanswered(false), new Problem.UntrustedCertificate("expired"),
                new Problem.Unexpected("NullPointerException"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemIsOneSentenceAndOneAction(Problem problem) {
        answer = problem;
        model.form().keyProperty().set("ak");
        model.connect();
        tasks.finishAll();
        assertThat(trouble().lead()).endsWith(".");
        assertThat(trouble().text()).isNotBlank().doesNotContain("{");
        assertThat(trouble().remedy().label()).isNotBlank();
        answer = null;
        if (trouble().remedy() == Remedy.AGAIN) {
            model.remedy(Remedy.AGAIN);
            tasks.finishAll();
            assertThat(opened).hasSize(1);
        }
    }

    @Test
    void cancelEndsTheCheckAndKeepsTheText() {
        model.form().keyProperty().set("ak");
        model.connect();
        model.cancel();
        assertThat(tasks.waiting()).isZero();
        assertThat(model.stateProperty().get()).isEqualTo(new ConnectState.Ready());
        assertThat(model.form().keyProperty().get()).isEqualTo("ak");
    }

    @Test
    void theSandboxNeedsNoKey() {
        model.trySandbox();
        assertThat(model.stateProperty().get()).isEqualTo(new ConnectState.StartingSandbox());
        model.trySandbox();
        tasks.finishAll();
        assertThat(opened).extracting(session -> session.connection().kind())
                .containsExactly(Connection.Kind.SANDBOX);
    }

    @Test
    void aSandboxThatDoesNotStartIsSaid() {
        answer = new Problem.Unexpected("BindException");
        model.trySandbox();
        tasks.finishAll();
        assertThat(trouble().remedy()).isEqualTo(Remedy.SANDBOX_AGAIN);
        answer = null;
        model.remedy(Remedy.SANDBOX_AGAIN);
        tasks.finishAll();
        assertThat(opened).hasSize(1);
    }

    @Test
    void pastesWhatIsOnTheClipboard() {
        model.paste();
        assertThat(model.form().keyProperty().get()).isEmpty();
        clipboard = " ak_pasted \n";
        model.paste();
        assertThat(model.form().keyProperty().get()).isEqualTo("ak_pasted");
    }

    @Test
    void anAddressThatNoBrowserTakesIsOffered() {
        List<URI> offered = new ArrayList<>();
        model.setOnNotOpened(offered::add);
        model.openKeysPage();
        tasks.finishAll();
        assertThat(offered).isEmpty();
        browser = false;
        model.remedy(Remedy.NEW_KEY);
        tasks.finishAll();
        assertThat(offered).containsExactly(URI.create("https://platform.runloop.ai/settings")).isEqualTo(
                visited.subList(1, 2));
    }

    @Test
    void afterASessionOnlyTheKeyIsMissing() {
        Connection last = new Connection(Connection.Kind.ENTERED, ApiOrigin.parse("https://api.runloop.pro"),
                AddressTemplate.parse("edge.example.com"), Secret.of("ak_planted"));
        model.begin(last, new Problem.Unauthorised(REPLY));
        assertThat(model.form().baseUrlProperty().get()).isEqualTo("https://api.runloop.pro");
        assertThat(model.form().domainProperty().get()).contains("edge.example.com");
        assertThat(model.form().keyProperty().get()).isEmpty();
        assertThat(trouble().aboutKey()).isTrue();
    }

    @Test
    void theKeyOfTheEnvironmentIsTriedAgainWithoutTyping() {
        answer = new Problem.Offline("refused");
        model.connect(new Connection(Connection.Kind.ENVIRONMENT, ApiOrigin.RUNLOOP,
                AddressTemplate.derive(ApiOrigin.RUNLOOP), Secret.of("ak_planted")));
        tasks.finishAll();
        answer = null;
        model.remedy(trouble().remedy());
        tasks.finishAll();
        assertThat(opened).hasSize(1);
    }

    @Test
    void theKeyOfTheEnvironmentIsNamedWhenItIsRefused() {
        answer = new Problem.Unauthorised(REPLY);
        model.connect(new Connection(Connection.Kind.ENVIRONMENT, ApiOrigin.RUNLOOP,
                AddressTemplate.derive(ApiOrigin.RUNLOOP), Secret.of("ak_planted")));
        tasks.finishAll();
        assertThat(trouble().lead()).contains("RUNLOOP_API_KEY").doesNotContain("planted");
        assertThat(model.form().keyProperty().get()).isEmpty();
    }
}
