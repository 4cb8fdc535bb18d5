package io.github.devboxtunnels.ui.devboxes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javafx.collections.ListChangeListener;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.testing.DeferredTaskRunner;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.common.TaskRunner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DevboxListViewModelTest {

    private static final Problem OFFLINE = new Problem.Offline("connection refused");

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final MemorySettings settings = new MemorySettings();
    private int pages;

    private DevboxListViewModel model() {
        return model(new ImmediateTaskRunner(timeline));
    }

    private DevboxListViewModel model(TaskRunner tasks) {
        return new DevboxListViewModel(tasks, settings, "test", () -> pages++);
    }

    private static DevboxList known(Devboxes... some) {
        List<Devbox> devboxes = Arrays.stream(some).map(Devboxes::build).toList();
        return new DevboxList(devboxes, new DevboxList.Ended(0, List.of(), false, null), SimulatedTimeline.START, null,
                0, null);
    }

    private static List<String> names(DevboxListViewModel model) {
        return model.rows().stream().map(row -> row.devbox().label()).toList();
    }

    @Test
    void placeholdersComeOnlyAfterAWhileWithNothing() {
        DevboxListViewModel model = model();
        model.show(DevboxList.UNREAD);
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.Loading(false));
        assertThat(model.countsProperty().get()).isNull();
        timeline.advance(Duration.ofMillis(299));
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.Loading(false));
        timeline.advance(Duration.ofMillis(1));
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.Loading(true));
        model.show(DevboxList.UNREAD);
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.Loading(true));
        model.show(known(Devboxes.running("a")));
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.Rows(false));
        assertThat(model.countsProperty().get().of(ListFilter.RUNNING)).isEqualTo(1);
    }

    @Test
    void everyOtherState() {
        DevboxListViewModel model = model();
        model.show(new DevboxList(List.of(), DevboxList.Ended.UNASKED, null, OFFLINE, 1, null));
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.Failed(OFFLINE));
        model.show(known());
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.EmptyAccount());
        model.show(known(Devboxes.running("web")));
        model.queryProperty().set("api ");
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.NoMatch("api", ListFilter.ALL));
        model.clearSearch();
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.Rows(false));
        model.filterProperty().set(ListFilter.OPEN);
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.NoMatch("", ListFilter.OPEN));
    }

    @Test
    void oldRowsStayWhenReadsFailAndGoStaleAfterThree() {
        DevboxListViewModel model = model();
        DevboxList good = known(Devboxes.running("a"));
        model.show(good);
        for (int missed = 1; missed <= 3; missed++) {
            model.show(new DevboxList(good.devboxes(), good.ended(), good.readAt(), OFFLINE, missed, null));
            assertThat(names(model)).containsExactly("a");
            assertThat(model.stateProperty().get()).isEqualTo(new ListState.Rows(missed == 3));
        }
    }

    @Test
    void listsThatComeFasterThanRowsAreFoundAreShownAllTheSame() {
        DeferredTaskRunner tasks = new DeferredTaskRunner(timeline);
        DevboxListViewModel model = model(tasks);
        model.show(known(Devboxes.running("a")));
        model.show(known(Devboxes.running("a"), Devboxes.running("b")));
        model.show(known(Devboxes.running("a"), Devboxes.running("b"), Devboxes.running("c")));
        tasks.finishFirst();
        assertThat(names(model)).containsExactly("a");
        tasks.finishFirst();
        assertThat(names(model)).containsExactly("a", "b", "c");
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void aNumberThatComesAloneLeavesTheRowsAlone() {
        DevboxListViewModel model = model();
        DevboxList list = known(Devboxes.running("a"));
        model.show(list);
        model.rows().addListener((ListChangeListener<DevboxRow>) change -> {
            throw new AssertionError(change);
        });
        model.show(new DevboxList(list.devboxes(), new DevboxList.Ended(7, List.of(), true, null), list.readAt(), null,
                0, null));
        assertThat(model.endedProperty().get().total()).isEqualTo(7);
        assertThat(names(model)).containsExactly("a");
    }

    @Test
    void theNewerAnswerWinsWhateverComesFirst() {
        DeferredTaskRunner tasks = new DeferredTaskRunner(timeline);
        DevboxListViewModel model = model(tasks);
        model.show(known(Devboxes.running("api"), Devboxes.running("web")));
        model.queryProperty().set("a");
        model.queryProperty().set("ap");
        model.queryProperty().set("web");
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.finishAll();
        assertThat(names(model)).containsExactly("web");
        model.queryProperty().set("");
        model.show(known(Devboxes.running("new")));
        tasks.finishAll();
        assertThat(names(model)).containsExactly("new");
    }

    @Test
    void nothingMovesWhilePointedAt() {
        DevboxListViewModel model = model();
        model.show(known(Devboxes.running("b"), Devboxes.running("d")));
        model.setHeld(true);
        model.show(known(Devboxes.running("a"), Devboxes.running("b"), Devboxes.running("d").open()));
        assertThat(names(model)).containsExactly("b", "d", "a");
        model.setHeld(false);
        assertThat(names(model)).containsExactly("d", "a", "b");
    }

    @Test
    void aRefreshThatChangesNothingIsNoChange() {
        DevboxListViewModel model = model();
        model.show(known(Devboxes.running("a"), Devboxes.suspended("b")));
        List<String> heard = new ArrayList<>();
        model.rows().addListener((ListChangeListener<DevboxRow>) change -> {
            while (change.next()) {
                heard.add((change.wasUpdated() ? "update " : "replace ") + change.getFrom() + "-" + change.getTo());
            }
        });
        model.show(known(Devboxes.running("a"), Devboxes.suspended("b")));
        assertThat(heard).isEmpty();
        model.show(known(Devboxes.running("a"), Devboxes.named("b", Kind.RESUMING)));
        assertThat(heard).containsExactly("update 1-2");
    }

    @Test
    void theSelectionIsKeptByIdAndRemembered() {
        DevboxListViewModel model = model();
        model.show(known(Devboxes.running("a"), Devboxes.running("b")));
        model.select("dbx_b");
        model.queryProperty().set("a");
        assertThat(model.selectedProperty().get()).isEqualTo("dbx_b");
        model.show(known(Devboxes.running("0"), Devboxes.running("a"), Devboxes.running("b")));
        assertThat(model.selectedProperty().get()).isEqualTo("dbx_b");
        assertThat(model().selectedProperty().get()).isEqualTo("dbx_b");
    }

    @Test
    void aRememberedDevboxThatIsGoneIsNotSelectedAnyMore() {
        model().select("dbx_gone");
        DevboxListViewModel model = model();
        model.show(DevboxList.UNREAD);
        assertThat(model.selectedProperty().get()).isEqualTo("dbx_gone");
        model.show(known(Devboxes.running("a")));
        assertThat(model.selectedProperty().get()).isNull();
        assertThat(settings.current().selected()).isEmpty();
    }

    @Test
    void pinsArePutOnTopAndComeBack() {
        DevboxListViewModel model = model();
        model.show(known(Devboxes.running("a"), Devboxes.running("b"), Devboxes.running("c")));
        model.setHeld(true);
        model.togglePin("dbx_c");
        assertThat(names(model)).containsExactly("c", "a", "b");
        assertThat(model.rows().getFirst().pinned()).isTrue();
        DevboxListViewModel next = model();
        next.show(known(Devboxes.running("a"), Devboxes.running("c")));
        assertThat(names(next)).containsExactly("c", "a");
        next.togglePin("dbx_c");
        assertThat(names(next)).containsExactly("a", "c");
    }

    @Test
    void whatWasLookedAtComesFirstWhenThereAreManyButOnlyInTheNextList() {
        Devboxes[] many = IntStream.range(10, 50).mapToObj(i -> Devboxes.running("n" + i)).toArray(Devboxes[]::new);
        DevboxListViewModel model = model();
        model.show(known(many));
        for (int i : new int[]{20, 30, 21, 22, 23, 24}) {
            model.select("dbx_n" + i);
        }
        model.show(known(many));
        assertThat(names(model)).startsWith("n10", "n11");
        model.queryProperty().set("n");
        assertThat(names(model)).startsWith("n21", "n22", "n23", "n24", "n30", "n10");
        DevboxListViewModel next = model();
        next.show(known(many));
        assertThat(names(next)).startsWith("n21", "n22", "n23", "n24", "n30", "n10");
        assertThat(settings.current().recent().get("test")).startsWith("dbx_n24").hasSize(5);
    }

    @Test
    void endedDevboxesAreReadPageByPageOnlyWhenAskedFor() {
        DevboxListViewModel model = model();
        DevboxList first = new DevboxList(known(Devboxes.running("a")).devboxes(),
                new DevboxList.Ended(3, List.of(), true, null), SimulatedTimeline.START, null, 0, null);
        model.show(first);
        assertThat(model.endedProperty().get()).isEqualTo(new EndedFooter(true, false, false, true, 3, null));
        model.loadMoreEnded();
        assertThat(pages).isZero();
        model.toggleEnded();
        assertThat(pages).isEqualTo(1);
        model.show(new DevboxList(first.devboxes(), new DevboxList.Ended(3, List.of(Devboxes.ended("x").build(),
                Devboxes.failed("y").build()), true, null), first.readAt(), null, 0, null));
        assertThat(names(model)).containsExactly("a", "x", "y");
        model.loadMoreEnded();
        assertThat(pages).isEqualTo(2);
        model.show(new DevboxList(first.devboxes(), new DevboxList.Ended(3, List.of(Devboxes.ended("x").build()),
                false, OFFLINE), first.readAt(), null, 0, null));
        assertThat(model.endedProperty().get()).isEqualTo(new EndedFooter(true, true, false, false, 3, OFFLINE));
        model.loadMoreEnded();
        assertThat(pages).isEqualTo(2);
        model.toggleEnded();
        assertThat(names(model)).containsExactly("a");
        model.filterProperty().set(ListFilter.RUNNING);
        assertThat(model.endedProperty().get().shown()).isFalse();
    }

    @Test
    void whileAPageIsReadNoSecondOneIsAskedFor() {
        DeferredTaskRunner tasks = new DeferredTaskRunner(timeline);
        DevboxListViewModel model = model(tasks);
        model.show(new DevboxList(List.of(), new DevboxList.Ended(3, List.of(), true, null), SimulatedTimeline.START,
                null, 0, null));
        tasks.finishAll();
        model.toggleEnded();
        model.loadMoreEnded();
        assertThat(model.endedProperty().get().loading()).isTrue();
        tasks.finishAll();
        assertThat(model.endedProperty().get().loading()).isFalse();
        assertThat(pages).isEqualTo(1);
    }

    @Test
    void typingAheadFindsTheNextNameAndGoesAround() {
        DevboxListViewModel model = model();
        model.show(known(Devboxes.running("api"), Devboxes.running("Apple"), Devboxes.running("web")));
        assertThat(model.find("ap", -1)).isZero();
        assertThat(model.find("ap", 0)).isEqualTo(1);
        assertThat(model.find("AP", 1)).isZero();
        assertThat(model.find("x", 0)).isEqualTo(-1);
    }
}
