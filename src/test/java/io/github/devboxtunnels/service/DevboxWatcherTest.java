package io.github.devboxtunnels.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.api.DevboxPage;
import io.github.devboxtunnels.api.DevboxQuery;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DevboxWatcherTest {

    private static final Duration SOON = Duration.ZERO;
    private static final Problem OFFLINE = new Problem.Offline("refused");

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final FakeRunloopApi api = new FakeRunloopApi(timeline);
    private final DevboxWatcher watcher = new DevboxWatcher(api, timeline, () -> 0);
    private final List<DevboxList> heard = new ArrayList<>();

    private void start() {
        watcher.start();
        timeline.advance(SOON);
    }

    private void pass(Duration duration) {
        timeline.advance(duration);
    }

    private void seconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    private List<String> names() {
        return watcher.current().devboxes().stream().map(Devbox::label).toList();
    }

    private Kind kind(String name) {
        return watcher.current().devboxes().stream().filter(devbox -> devbox.label().equals(name)).findFirst()
                .orElseThrow().status().kind();
    }

    /** Full reads begun so far: each lists the running ones once. */
    private long fullReads() {
        return api.log().stream().filter(entry -> entry.detail() instanceof DevboxQuery query
                && query.status() == Kind.RUNNING && query.startingAfter() == null).count();
    }

    @Test
    void showsEveryDevboxThatLivesAndNoneThatEndedBefore() {
        api.put(Devboxes.running("a"), Devboxes.suspended("b"), Devboxes.ended("c"), Devboxes.failed("d"),
                Devboxes.named("e", Kind.PROVISIONING), Devboxes.running("f").statusWord("hibernating"));
        start();
        assertThat(names()).containsExactlyInAnyOrder("a", "b", "e", "f");
        assertThat(watcher.current().readAt()).isEqualTo(SimulatedTimeline.START);
        assertThat(watcher.current().problem()).isNull();
        assertThat(watcher.current().ended().total()).isEqualTo(2);
        assertThat(watcher.current().ended().loaded()).isEmpty();
    }

    @Test
    void aStatusThatTheServerDoesNotKnowCostsNothingElse() {
        api.put(Devboxes.running("a"), Devboxes.suspended("b"));
        api.hasNoStatus(Kind.QUEUED);
        start();
        assertThat(watcher.current().problem()).isNull();
        assertThat(names()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void sendsNothingBeforeItIsStartedAndReadsOnceWhenStartedTwice() {
        watcher.refreshNow();
        seconds(10);
        assertThat(api.log()).isEmpty();
        watcher.start();
        start();
        assertThat(fullReads()).isEqualTo(1);
    }

    @Test
    void readsEveryPage() {
        for (int i = 0; i < 5; i++) {
            api.put(Devboxes.running("box-" + i));
        }
        api.pagesMade(page -> page.devboxes().size() <= 2 || page.total() != null
                ? page
                : new DevboxPage(page.devboxes().subList(0, 2), true, null));
        start();
        assertThat(names()).hasSize(5);
    }

    @Test
    void aServerThatRepeatsItsPageDoesNotHoldUsForEver() {
        api.put(Devboxes.running("a"), Devboxes.running("b"));
        DevboxPage stuck = new DevboxPage(
                List.of(Devboxes.running("a").build(), Devboxes.running("b").build()), true, null);
        api.pagesMade(page -> page.devboxes().isEmpty() && page.total() != null ? page : stuck);
        start();
        assertThat(names()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void readsEveryFiveSecondsAndSaysWhen() {
        api.put(Devboxes.running("a"));
        start();
        assertThat(watcher.current().nextTry()).isEqualTo(SimulatedTimeline.START.plusSeconds(5));
        seconds(4);
        assertThat(fullReads()).isEqualTo(1);
        seconds(1);
        assertThat(fullReads()).isEqualTo(2);
        seconds(50);
        assertThat(fullReads()).isEqualTo(12);
    }

    @Test
    void aLongReadIsFollowedByARestOfTwentyTimesItsDuration() {
        api.put(Devboxes.running("a"));
        api.before(Call.LIST, () -> timeline.advance(Duration.ofSeconds(2)));
        start();
        seconds(39);
        assertThat(fullReads()).isEqualTo(1);
        seconds(2);
        assertThat(fullReads()).isEqualTo(2);
    }

    @Test
    void aPauseOfTheClientIsNoReasonToRest() {
        api.put(Devboxes.running("a"));
        api.pauseBeforeListing(() -> timeline.advance(Duration.ofSeconds(30)));
        start();
        seconds(6);
        assertThat(fullReads()).isEqualTo(2);
    }

    @Test
    void inBetweenOnlyTheSelectedAndTheMovingAreRead() {
        api.put(Devboxes.running("a"), Devboxes.running("b"), Devboxes.named("c", Kind.RESUMING));
        watcher.select("dbx_b");
        start();
        api.clearLog();
        pass(Duration.ofMillis(2500));
        assertThat(api.log()).allMatch(entry -> entry.call() == Call.GET).extracting("id")
                .containsExactlyInAnyOrder("dbx_b", "dbx_c");
        api.settle("dbx_c");
        seconds(3);
        assertThat(kind("c")).isEqualTo(Kind.RUNNING);
    }

    @Test
    void ofManyMovingDevboxesEachGetsItsTurn() {
        for (int i = 0; i < 30; i++) {
            api.put(Devboxes.named("box-" + i, Kind.RESUMING));
        }
        api.before(Call.LIST, () -> timeline.advance(Duration.ofSeconds(10)));
        start();
        api.clearLog();
        pass(Duration.ofMillis(2600));
        assertThat(api.count(Call.GET)).isEqualTo(16);
        pass(Duration.ofMillis(2600));
        assertThat(api.log().stream().filter(entry -> entry.call() == Call.GET).map(FakeRunloopApi.Entry::id)
                .distinct()).hasSize(30);
    }

    @Test
    void aHiddenWindowReadsOnceAMinuteAndHasNoOtherTimer() {
        api.put(Devboxes.named("a", Kind.RESUMING));
        start();
        watcher.setShowing(false);
        assertThat(timeline.nextIn())
                .hasValueSatisfying(next -> assertThat(next).isGreaterThan(Duration.ofSeconds(59)));
        seconds(59);
        assertThat(fullReads()).isEqualTo(1);
        seconds(1);
        assertThat(fullReads()).isEqualTo(2);
        assertThat(timeline.scheduled()).isEqualTo(1);
        api.breakDown(OFFLINE);
        seconds(600);
        assertThat(timeline.nextIn()).hasValueSatisfying(
                next -> assertThat(next).isLessThanOrEqualTo(Duration.ofSeconds(60)));
        assertThat(watcher.current().missed()).isEqualTo(10);
    }

    @Test
    void aWindowThatShowsAgainIsReadWhenItsPaceSaysSo() {
        start();
        watcher.setShowing(false);
        seconds(30);
        watcher.setShowing(true);
        pass(SOON);
        assertThat(fullReads()).isEqualTo(2);
    }

    @Test
    void aClickReadsAtOnceAndAStormOfClicksReadsOnce() {
        start();
        seconds(1);
        for (int i = 0; i < 10; i++) {
            watcher.refreshNow();
        }
        pass(SOON);
        assertThat(fullReads()).isEqualTo(2);
        seconds(4);
        assertThat(fullReads()).isEqualTo(2);
        seconds(1);
        assertThat(fullReads()).isEqualTo(3);
    }

    @Test
    void aClickWhileReadingReadsNoSecondTime() {
        start();
        api.before(Call.LIST, watcher::refreshNow);
        seconds(5);
        pass(SOON);
        assertThat(fullReads()).isEqualTo(2);
    }

    @Test
    void aClickWhileSingleDevboxesAreReadIsNotForgotten() {
        api.put(Devboxes.named("a", Kind.RESUMING));
        start();
        api.before(Call.GET, watcher::refreshNow);
        pass(Duration.ofMillis(2500));
        pass(SOON);
        assertThat(fullReads()).isEqualTo(2);
    }

    @Test
    void anErrorKeepsWhatIsKnownAndBacksOffToAMinute() {
        api.put(Devboxes.running("a"));
        start();
        api.breakDown(OFFLINE);
        List<Long> waits = new ArrayList<>();
        seconds(5);
        for (int i = 0; i < 7; i++) {
            waits.add(Duration.between(timeline.now(), watcher.current().nextTry()).toSeconds());
            pass(Duration.between(timeline.now(), watcher.current().nextTry()));
        }
        assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 60L, 60L, 60L);
        assertThat(names()).containsExactly("a");
        assertThat(watcher.current().problem()).isEqualTo(OFFLINE);
        assertThat(watcher.current().missed()).isEqualTo(8);
        assertThat(watcher.current().readAt()).isEqualTo(SimulatedTimeline.START);
        api.heal();
        seconds(60);
        assertThat(watcher.current().problem()).isNull();
        assertThat(watcher.current().missed()).isZero();
    }

    @Test
    void jitterShortensTheWaitByAQuarterAtMost() {
        try (DevboxWatcher other = new DevboxWatcher(api, timeline, () -> 1)) {
            api.breakDown(OFFLINE);
            other.start();
            pass(SOON);
            assertThat(other.current().nextTry()).isEqualTo(SimulatedTimeline.START.plusMillis(3750));
        }
    }

    @Test
    void aServerThatAsksForAWaitGetsIt() {
        start();
        api.fail(Call.LIST, new Problem.SlowedDown(FakeRunloopApi.reply(429, "slow down"), Duration.ofSeconds(90)));
        seconds(5);
        assertThat(watcher.current().nextTry()).isEqualTo(timeline.now().plusSeconds(90));
        watcher.refreshNow();
        seconds(1);
        assertThat(fullReads()).isEqualTo(2);
        seconds(88);
        assertThat(fullReads()).isEqualTo(2);
        seconds(1);
        assertThat(fullReads()).isEqualTo(3);
    }

    @Test
    void aClickTriesAgainAtOnceAfterAnError() {
        api.breakDown(OFFLINE);
        start();
        seconds(20);
        api.heal();
        watcher.refreshNow();
        pass(SOON);
        assertThat(watcher.current().problem()).isNull();
    }

    @Test
    void aPersonWhoTurnsToTheWindowDoesNotWaitForWhatFailed() {
        api.put(Devboxes.running("a"));
        start();
        api.breakDown(OFFLINE);
        seconds(60);
        api.heal();
        long before = fullReads();
        watcher.resume();
        pass(SOON);
        assertThat(watcher.current().problem()).isNull();
        assertThat(fullReads()).isEqualTo(before + 1);
        watcher.resume();
        pass(SOON);
        assertThat(fullReads()).as("nothing failed").isEqualTo(before + 1);
    }

    @Test
    void aComputerThatSleptReadsAtOnce() {
        api.put(Devboxes.running("a"));
        api.before(Call.LIST, () -> timeline.advance(Duration.ofSeconds(2)));
        start();
        timeline.jumpWallClock(Duration.ofHours(8));
        pass(Duration.ofMillis(2600));
        assertThat(fullReads()).isEqualTo(2);
    }

    @Test
    void aComputerThatSleptTriesAgainAtOnceWhileBackingOff() {
        api.breakDown(OFFLINE);
        start();
        seconds(80);
        api.heal();
        timeline.jumpWallClock(Duration.ofMinutes(10));
        seconds(3);
        assertThat(watcher.current().problem()).isNull();
    }

    @Test
    void aDevboxMissingFromOneReadStays() {
        api.put(Devboxes.running("a"), Devboxes.running("b"));
        start();
        api.pagesMade(page -> new DevboxPage(
                page.devboxes().stream().filter(devbox -> !devbox.label().equals("b")).toList(), false, page.total()));
        seconds(60);
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void aDevboxThatIsGoneLeavesWithTheReadThatSaysSo() {
        api.put(Devboxes.running("a"), Devboxes.running("b"));
        start();
        api.forget("dbx_b");
        seconds(5);
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aDevboxMissingFromTwoReadsLeavesThoughNobodyCanSayWhy() {
        api.put(Devboxes.running("a"), Devboxes.running("b"));
        start();
        api.forget("dbx_b");
        api.breakDown(Call.GET, new Problem.Server(FakeRunloopApi.reply(500, "oops")));
        seconds(5);
        assertThat(names()).containsExactly("a", "b");
        seconds(5);
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aDevboxThatEndsInViewStaysMarkedAndDoesNotCountAsEndedBefore() {
        api.put(Devboxes.running("a"), Devboxes.running("b"), Devboxes.ended("old"));
        start();
        api.move("dbx_a", Kind.FAILURE);
        seconds(5);
        assertThat(kind("a")).isEqualTo(Kind.FAILURE);
        seconds(300);
        assertThat(names()).containsExactly("a", "b");
        assertThat(watcher.current().ended().total()).isEqualTo(1);
    }

    @Test
    void theMovementOfADevboxBetweenTwoQueriesDoesNotLoseOrDoubleIt() {
        api.put(Devboxes.running("a"), Devboxes.suspended("b"));
        start();
        for (int i = 0; i < 20; i++) {
            Kind next = i % 2 == 0 ? Kind.SUSPENDED : Kind.RUNNING;
            api.before(Call.LIST, () -> {
            });
            api.before(Call.LIST, () -> {
            });
            api.before(Call.LIST, () -> api.move("dbx_a", next));
            seconds(5);
            assertThat(names()).containsExactly("a", "b");
        }
        seconds(5);
        assertThat(kind("a")).isEqualTo(Kind.RUNNING);
    }

    @Test
    void anUnchangedDevboxIsTheSameObjectAndAnUnchangedListTheSameList() {
        api.put(Devboxes.running("a"), Devboxes.running("b"));
        start();
        DevboxList first = watcher.current();
        api.put(Devboxes.running("a"), Devboxes.running("b"));
        seconds(5);
        assertThat(watcher.current().devboxes()).isSameAs(first.devboxes());
        api.move("dbx_b", Kind.SUSPENDED);
        seconds(5);
        assertThat(watcher.current().devboxes().getFirst()).isSameAs(first.devboxes().getFirst());
        assertThat(kind("b")).isEqualTo(Kind.SUSPENDED);
    }

    @Test
    void theResultOfAnActionIsNotUndoneByAReadThatBeganBefore() {
        api.put(Devboxes.running("a"));
        start();
        api.after(Call.LIST, () -> watcher.accept(Devboxes.named("a", Kind.SUSPENDING).build()));
        api.change("dbx_a", devbox -> devbox);
        seconds(5);
        assertThat(kind("a")).isEqualTo(Kind.SUSPENDING);
    }

    @Test
    void theResultOfAnActionShowsAtOnce() {
        api.put(Devboxes.running("a"));
        start();
        watcher.accept(Devboxes.running("a").open().build());
        assertThat(watcher.current().devboxes().getFirst().tunnel()).isNotNull();
        watcher.accept(Devboxes.running("new").build());
        assertThat(names()).containsExactly("a", "new");
    }

    @Test
    void aReadByIdTakesInWhatItFinds() throws InterruptedException {
        api.put(Devboxes.running("a"));
        start();
        api.move("dbx_a", Kind.SUSPENDED);
        assertThat(watcher.read("dbx_a").status().kind()).isEqualTo(Kind.SUSPENDED);
        assertThat(kind("a")).isEqualTo(Kind.SUSPENDED);
        api.forget("dbx_a");
        assertThatThrownBy(() -> watcher.read("dbx_a")).isInstanceOf(ProblemException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void aDefectDoesNotStopTheReading() {
        api.before(Call.LIST, () -> {
            throw new IllegalStateException("defect");
        });
        start();
        assertThat(watcher.current().problem()).isEqualTo(new Problem.Unexpected("IllegalStateException"));
        seconds(5);
        assertThat(watcher.current().problem()).isNull();
    }

    @Test
    void oneDevboxThatCannotBeReadSpoilsNothing() {
        api.put(Devboxes.named("a", Kind.RESUMING), Devboxes.running("b"));
        start();
        api.fail(Call.GET, new Problem.Server(FakeRunloopApi.reply(500, "oops")));
        pass(Duration.ofMillis(2500));
        assertThat(watcher.current().problem()).isNull();
        api.fail(Call.GET, OFFLINE);
        seconds(5);
        assertThat(watcher.current().missed()).isEqualTo(1);
    }

    @Test
    void listenersHearTheStateNowThenEveryChangeAndThatAReadIsUnderWay() throws Exception {
        api.put(Devboxes.running("a"));
        AutoCloseable subscription = watcher.subscribe(heard::add);
        assertThat(heard).containsExactly(DevboxList.UNREAD);
        start();
        assertThat(heard.getLast().devboxes()).hasSize(1);
        int before = heard.size();
        seconds(5);
        assertThat(heard.subList(before, heard.size())).extracting(DevboxList::reading).containsExactly(true, false);
        subscription.close();
        int after = heard.size();
        seconds(20);
        assertThat(heard).hasSize(after);
    }

    @Test
    void nothingIsSentOrHeardAfterTheEnd() {
        api.put(Devboxes.running("a"));
        start();
        watcher.subscribe(heard::add);
        heard.clear();
        watcher.close();
        api.clearLog();
        watcher.refreshNow();
        watcher.setShowing(false);
        watcher.accept(Devboxes.running("b").build());
        seconds(300);
        assertThat(api.log()).isEmpty();
        assertThat(heard).isEmpty();
        assertThat(timeline.scheduled()).isZero();
    }

    @Test
    void endingDuringAReadKeepsItsAnswerFromTheListeners() {
        api.put(Devboxes.running("a"));
        watcher.subscribe(heard::add);
        api.after(Call.LIST, watcher::close);
        start();
        assertThat(heard).allMatch(list -> list.devboxes().isEmpty());
        assertThat(timeline.scheduled()).isZero();
    }

    @Test
    void endedDevboxesComePageByPage() throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            api.put(Devboxes.ended("ended-" + i));
        }
        api.put(Devboxes.failed("failed"), Devboxes.running("a"));
        start();
        watcher.loadEnded();
        assertThat(watcher.current().ended().loaded()).hasSize(50);
        assertThat(watcher.current().ended().more()).isTrue();
        watcher.loadEnded();
        assertThat(watcher.current().ended().loaded()).hasSize(60);
        watcher.loadEnded();
        assertThat(watcher.current().ended().loaded()).hasSize(61).doesNotHaveDuplicates();
        assertThat(watcher.current().ended().more()).isFalse();
        watcher.loadEnded();
        assertThat(watcher.current().ended().loaded()).hasSize(61);
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aPageOfEndedDevboxesThatFailsCanBeAskedForAgain() throws InterruptedException {
        api.put(Devboxes.ended("a"));
        start();
        api.fail(Call.LIST, OFFLINE);
        watcher.loadEnded();
        assertThat(watcher.current().ended().problem()).isEqualTo(OFFLINE);
        watcher.loadEnded();
        assertThat(watcher.current().ended().problem()).isNull();
        assertThat(watcher.current().ended().loaded()).hasSize(1);
    }

    @Test
    void whatEndedInViewIsNotListedAsEndedBefore() throws InterruptedException {
        api.put(Devboxes.running("a"), Devboxes.ended("b"));
        start();
        api.move("dbx_a", Kind.SHUTDOWN);
        seconds(5);
        watcher.loadEnded();
        assertThat(watcher.current().ended().loaded()).extracting(Devbox::label).containsExactly("b");
    }

    @Test
    void aServerThatDoesNotCountLeavesTheNumberOpen() {
        api.put(Devboxes.ended("a"));
        api.pagesMade(page -> new DevboxPage(page.devboxes(), page.more(), null));
        start();
        assertThat(watcher.current().ended().total()).isNull();
    }

    @Test
    void aCountThatFailsIsTriedAgainLaterAndSpoilsNothing() {
        api.put(Devboxes.ended("a"));
        api.pagesMade(page -> {
            if (page.total() != null && api.count(Call.LIST) < 12) {
                throw new ProblemException(new Problem.Server(FakeRunloopApi.reply(500, "oops")));
            }
            return page;
        });
        start();
        assertThat(watcher.current().problem()).isNull();
        assertThat(watcher.current().ended().total()).isNull();
        seconds(70);
        assertThat(watcher.current().ended().total()).isEqualTo(1);
    }
}
