package io.github.devboxtunnels.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.shell.BannerState.Cause;
import io.github.devboxtunnels.ui.shell.BannerState.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class BannerStateTest {

    private static final Instant NOW = SimulatedTimeline.START;
    private static final Problem.Reply REPLY = new Problem.Reply(503, "try later", null, "req_1");
    private static final Account GOOD = new Account("acc", "Acme", Account.Standing.ENABLED, "ENABLED");

    private static DevboxList list(Problem problem, int missed, Instant readAt) {
        return new DevboxList(List.of(), DevboxList.Ended.UNASKED, readAt, problem, missed, NOW.plusSeconds(24));
    }

    private static BannerState of(Problem problem, int missed) {
        return BannerState.of(list(problem, missed, NOW.minusSeconds(60)), GOOD, "api.runloop.ai", NOW,
                ZoneOffset.UTC);
    }

    @Test
    void nothingWhileAllIsWell() {
        assertThat(of(null, 0)).isNull();
    }

    @Test
    void offlineSaysWhatStillWorks() {
        BannerState state = of(new Problem.Offline("refused"), 1);
        assertThat(state).isEqualTo(new BannerState(Cause.OFFLINE, "Offline.",
                "Showing what was known at 13:59. Copying still works; changes are off until the connection is back.",
                "Next try in 24 s", Remedy.TRY_NOW));
        assertThat(state.cause().grave()).isFalse();
    }

    @Test
    void aRefusedKeyIsGraveAndOffersAnother() {
        BannerState state = of(new Problem.Unauthorised(REPLY), 1);
        assertThat(state.cause().grave()).isTrue();
        assertThat(state.remedy()).isEqualTo(Remedy.UPDATE_KEY);
    }

    @Test
    void oneLostAnswerIsNoNews() {
        assertThat(of(new Problem.Unanswered(true), 1)).isNull();
        assertThat(of(new Problem.Server(REPLY), 2)).isNull();
        assertThat(of(new Problem.Server(REPLY), 3).sentence()).contains("try later");
        assertThat(of(new Problem.Unanswered(false), 3).cause()).isEqualTo(Cause.STALE);
    }

    static List<Problem> problems() {
        return List.of(new Problem.Unauthorised(REPLY), new Problem.Forbidden(REPLY), new Problem.NotFound(REPLY),
                new Problem.Refused(REPLY), new Problem.SlowedDown(REPLY, Duration.ofSeconds(7)),
                new Problem.Server(REPLY), new Problem.Malformed("html"), new Problem.Offline("refused"),
                new Problem.Unanswered(true), new Problem.UntrustedCertificate("expired"),
                new Problem.Unexpected("NullPointerException"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void beforeTheFirstReadEveryProblemIsSaidAtOnce(Problem problem) {
        BannerState state = BannerState.of(list(problem, 1, null), GOOD, "api.runloop.ai", NOW, ZoneOffset.UTC);
        assertThat(state.lead()).isNotBlank();
        assertThat(state.sentence()).isNotBlank().doesNotContain("Showing");
        assertNoPlaceholder(state);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyPlaceholderIsFilled(Problem problem) {
        assertNoPlaceholder(of(problem, 3));
    }

    @Test
    void aKeyThatMayNotListIsSaidWithTheStatus() {
        Problem.Reply reply = new Problem.Reply(403, "no scope", null, null);
        assertThat(of(new Problem.Forbidden(reply), 1).lead()).isEqualTo("Not allowed (403).");
    }

    @Test
    void theCauseComesBeforeWhatIsStillShown() {
        Problem.Reply reply = new Problem.Reply(403, "no scope", null, null);
        assertThat(of(new Problem.Forbidden(reply), 1).sentence())
                .isEqualTo("This key may not list devboxes. Runloop says: no scope. Showing what was known at 13:59.");
        assertThat(of(new Problem.UntrustedCertificate("expired"), 1).sentence()).isEqualTo(
                "The key was not sent to api.runloop.ai. Showing what was known at 13:59.");
        for (Problem problem : problems()) {
            if (!(problem instanceof Problem.Offline)) {
                assertThat(of(problem, 3).sentence()).doesNotStartWith("Showing").endsWith("13:59.");
            }
        }
    }

    @Test
    void theServersWordsKeepTheirOwnFullStop() {
        Problem.Reply reply = new Problem.Reply(500, "Try later!", null, null);
        assertThat(of(new Problem.Server(reply), 3).sentence())
                .isEqualTo("It answers 500: Try later! Showing what was known at 13:59.");
    }

    private static void assertNoPlaceholder(BannerState state) {
        assertThat(List.of(state.lead(), state.sentence(), state.note())).noneMatch(text -> text.contains("{"));
    }

    @ParameterizedTest
    @EnumSource(value = Account.Standing.class, names = {"DISABLED", "QUOTA_REACHED"})
    void whatIsWrongWithTheAccountIsSaid(Account.Standing standing) {
        Account account = new Account("acc", "Acme", standing, "DISABLED_BILLING");
        BannerState state = BannerState.of(list(null, 0, NOW), account, "api.runloop.ai", NOW, ZoneOffset.UTC);
        assertThat(state.sentence()).contains("DISABLED_BILLING");
        assertThat(state.remedy()).isEqualTo(Remedy.OPEN_PLATFORM);
        assertThat(state.note()).isEmpty();
        assertNoPlaceholder(state);
    }

    @Test
    void theGraverOneWins() {
        Account disabled = new Account("acc", "Acme", Account.Standing.DISABLED, "DISABLED");
        Account quota = new Account("acc", "Acme", Account.Standing.QUOTA_REACHED, "QUOTA");
        DevboxList offline = list(new Problem.Offline("refused"), 1, NOW);
        assertThat(BannerState.of(offline, disabled, "h", NOW, ZoneOffset.UTC).cause())
                .isEqualTo(Cause.ACCOUNT_DISABLED);
        assertThat(BannerState.of(offline, quota, "h", NOW, ZoneOffset.UTC).cause()).isEqualTo(Cause.OFFLINE);
    }

    @Test
    void freshnessCountsAndThenWarns() {
        assertThat(Freshness.of(DevboxList.UNREAD, NOW, ZoneOffset.UTC)).isEqualTo(Freshness.UNKNOWN);
        assertThat(Freshness.of(list(null, 0, NOW.minusSeconds(4)), NOW, ZoneOffset.UTC))
                .isEqualTo(new Freshness("Updated 4 s ago", false));
        assertThat(Freshness.of(list(null, 2, NOW.minusSeconds(130)), NOW, ZoneOffset.UTC))
                .isEqualTo(new Freshness("Updated 2 min ago", false));
        assertThat(Freshness.of(list(null, 3, NOW.minusSeconds(130)), NOW, ZoneOffset.UTC))
                .isEqualTo(new Freshness("Not updated since 13:57", true));
        assertThat(Freshness.of(list(null, 3, NOW.minus(Duration.ofDays(1))), NOW, ZoneOffset.UTC).text())
                .isEqualTo("Not updated since Mon 14:00");
        assertThat(Freshness.of(list(null, 0, NOW.plusSeconds(9)), NOW, ZoneOffset.UTC).text())
                .isEqualTo("Updated 0 s ago");
    }
}
