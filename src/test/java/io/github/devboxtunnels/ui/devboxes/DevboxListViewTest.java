package io.github.devboxtunnels.ui.devboxes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import javafx.geometry.Point2D;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.testing.ThemedScenes;
import io.github.devboxtunnels.ui.common.ContextMenuKeys;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Layers;
import io.github.devboxtunnels.ui.common.ToastLayer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DevboxListViewTest extends FxTest {

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final ImmediateTaskRunner tasks = new ImmediateTaskRunner(timeline);
    private final List<String> done = new ArrayList<>();
    private int pages;
    private final DevboxListViewModel model = new DevboxListViewModel(tasks, new MemorySettings(), "test",
            () -> pages++);
    private DevboxListView view;

    private final class Actions implements DevboxActions {
        @Override
        public void stopGateways(Devbox devbox) {
            done.add("stop " + devbox.id());
        }

        @Override
        public void copyId(Devbox devbox) {
            done.add("copy " + devbox.id());
        }

        @Override
        public void openInRunloop(Devbox devbox) {
            done.add("open " + devbox.id());
        }

        @Override
        public void suspend(Devbox devbox) {
            done.add("suspend " + devbox.id());
        }

        @Override
        public void resume(Devbox devbox) {
            done.add("resume " + devbox.id());
        }

        @Override
        public boolean hasPlatform() {
            return true;
        }

        @Override
        public @Nullable String unavailable() {
            return null;
        }

        @Override
        public void goToPage() {
            done.add("page");
        }
    }

    private void open() {
        Stage stage = show(() -> {
            view = new DevboxListView(model, new Actions(), tasks, () -> done.add("refresh"));
            VBox root = new VBox(new DevboxFilterBar(model), view);
            VBox.setVgrow(view, Priority.ALWAYS);
            return ThemedScenes.dress(new Layers(root, new DialogLayer(), new ToastLayer(tasks)), ThemeChoice.LIGHT);
        }, 700, 600);
        doOnFx(() -> ContextMenuKeys.installOn(stage.getScene()));
    }

    private void know(List<Devboxes> some) {
        know(some, new DevboxList.Ended(0, List.of(), false, null));
    }

    private void know(List<Devboxes> some, DevboxList.Ended ended) {
        doOnFx(() -> model.show(new DevboxList(some.stream().map(Devboxes::build).toList(), ended,
                SimulatedTimeline.START, null, 0, null)));
        settle();
    }

    private static List<Devboxes> many(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Devboxes.running("n" + i)).toList();
    }

    @SuppressWarnings("unchecked")
    private ListView<DevboxRow> list() {
        return robot.lookup("#devboxes").queryAs(ListView.class);
    }

    /** The rows in sight with where they are, from the top. */
    private List<String> sight() {
        return onFx(() -> list().lookupAll(".devbox-cell").stream().map(ListCell.class::cast)
                .filter(cell -> !cell.isEmpty() && cell.isVisible())
                .sorted(Comparator.comparing(cell -> cell.localToScene(0, 0).getY()))
                .map(cell -> {
                    Point2D place = list().sceneToLocal(cell.localToScene(0, 0));
                    return ((DevboxRow) cell.getItem()).devbox().label() + "@" + Math.round(place.getY());
                }).toList());
    }

    @Test
    void arrowsSelectAndEnterGoesToThePage() {
        open();
        know(List.of(Devboxes.running("a"), Devboxes.running("b"), Devboxes.running("c")));
        doOnFx(() -> {
            model.select("dbx_a");
            view.focusList();
        });
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP);
        settle();
        assertThat(model.selectedProperty().get()).isEqualTo("dbx_b");
        robot.type(KeyCode.RIGHT);
        settle();
        assertThat(done).containsExactly("page");
        robot.type(KeyCode.END, KeyCode.ENTER);
        settle();
        assertThat(model.selectedProperty().get()).isEqualTo("dbx_c");
        assertThat(done).containsExactly("page", "page");
    }

    @Test
    void lettersFindNames() {
        open();
        know(List.of(Devboxes.running("api"), Devboxes.running("apricot"), Devboxes.running("web")));
        doOnFx(() -> {
            model.select("dbx_api");
            view.focusList();
        });
        robot.write("w");
        settle();
        assertThat(model.selectedProperty().get()).isEqualTo("dbx_web");
        timeline.advance(Duration.ofSeconds(2));
        robot.write("apr");
        settle();
        assertThat(model.selectedProperty().get()).isEqualTo("dbx_apricot");
    }

    @Test
    void theMenuOfARowWorksByKeyboard() {
        open();
        know(List.of(Devboxes.running("a"), Devboxes.suspended("b")));
        doOnFx(() -> {
            model.select("dbx_b");
            view.focusList();
        });
        robot.press(KeyCode.SHIFT, KeyCode.F10).release(KeyCode.F10, KeyCode.SHIFT);
        settle();
        robot.type(KeyCode.P, KeyCode.ENTER);
        settle();
        assertThat(model.rows().getFirst().id()).isEqualTo("dbx_b");
        robot.press(KeyCode.SHIFT, KeyCode.F10).release(KeyCode.F10, KeyCode.SHIFT);
        settle();
        robot.type(KeyCode.R, KeyCode.ENTER);
        settle();
        assertThat(done).containsExactly("resume dbx_b");
    }

    @Test
    void aRefreshMovesNeitherScrollNorSelectionNorFocus() {
        open();
        know(many(1000, 1200));
        doOnFx(() -> {
            model.select("dbx_n1100");
            view.focusList();
            list().scrollTo(97);
        });
        settle();
        List<String> before = sight();
        assertThat(before).anyMatch(row -> row.startsWith("n1100@"));
        List<Devboxes> more = new ArrayList<>(many(0, 40));
        more.addAll(many(1000, 1200).stream().filter(devbox -> !devbox.build().label().equals("n1003")).toList());
        more.add(Devboxes.suspended("zz").open());
        know(more);
        assertThat(model.rows()).hasSize(240);
        assertThat(sight()).isEqualTo(before);
        assertThat(onFx(() -> list().getSelectionModel().getSelectedItem().id())).isEqualTo("dbx_n1100");
        assertThat(onFx(() -> list().getFocusModel().getFocusedItem().id())).isEqualTo("dbx_n1100");
        assertThat(onFx(() -> list().isFocused())).isTrue();
        assertThat(model.selectedProperty().get()).isEqualTo("dbx_n1100");
    }

    @Test
    void aSelectedDevboxThatLeavesTheRowsStaysSelected() {
        open();
        know(List.of(Devboxes.running("a"), Devboxes.running("b"), Devboxes.running("c")));
        doOnFx(() -> {
            model.select("dbx_b");
            model.filterProperty().set(ListFilter.RUNNING);
        });
        settle();
        know(List.of(Devboxes.running("a"), Devboxes.suspended("b"), Devboxes.running("c")));
        assertThat(model.rows()).hasSize(2);
        assertThat(model.selectedProperty().get()).isEqualTo("dbx_b");
        know(List.of(Devboxes.running("a"), Devboxes.running("b"), Devboxes.running("c")));
        assertThat(model.selectedProperty().get()).isEqualTo("dbx_b");
        assertThat((int) onFx(() -> view.lookup("#devboxes") instanceof ListView<?> list
                ? list.getSelectionModel().getSelectedIndex()
                : -2)).as("its row is marked again").isEqualTo(1);
    }

    @Test
    void thePointerHoldsTheOrder() {
        open();
        know(List.of(Devboxes.running("b"), Devboxes.running("c")));
        robot.moveTo("#devboxes");
        settle();
        know(List.of(Devboxes.running("a"), Devboxes.running("b"), Devboxes.running("c").open()));
        assertThat(model.rows()).extracting(DevboxRow::id).containsExactly("dbx_b", "dbx_c", "dbx_a");
        robot.moveTo(".filter-bar");
        settle();
        assertThat(model.rows()).extracting(DevboxRow::id).containsExactly("dbx_c", "dbx_a", "dbx_b");
    }

    @Test
    void aSearchBeginsAtTheTopAndNoMatchCanBeCleared() {
        open();
        know(many(1000, 1200));
        doOnFx(() -> list().scrollTo(150));
        settle();
        doOnFx(() -> model.queryProperty().set("n11"));
        settle();
        assertThat(sight().getFirst()).startsWith("n1100@");
        doOnFx(() -> model.queryProperty().set("nowhere"));
        settle();
        assertThat(robot.lookup("No match for “nowhere”").tryQuery()).isPresent();
        robot.clickOn("Clear search");
        settle();
        assertThat(model.rows()).hasSize(200);
    }

    @Test
    void noMatchIsAnnouncedEachTimeItAppears() {
        open();
        know(many(1000, 1020));
        for (String nothing : List.of("nowhere", "elsewhere")) {
            doOnFx(() -> model.queryProperty().set(nothing));
            settle();
            assertThat(onFx(() -> view.getScene().getRoot().getChildrenUnmodifiable().getLast().getAccessibleText()))
                    .isEqualTo("No match for “" + nothing + "”");
            doOnFx(() -> model.queryProperty().set(""));
            settle();
        }
    }

    @Test
    void chipsCountAndChoose() {
        open();
        know(List.of(Devboxes.running("a").open(), Devboxes.suspended("b")));
        assertThat(robot.lookup(".filter-chip").queryAll().stream().map(chip -> chip.getAccessibleText()))
                .containsExactly("All, 2", "Running, 1", "Suspended, 1", "With tunnel, 1", "Open to anyone, 1");
        robot.clickOn("Suspended");
        settle();
        assertThat(model.rows()).extracting(DevboxRow::id).containsExactly("dbx_b");
    }

    @Test
    void endedDevboxesOpenInPlaceAndAreReadAsTheyComeIntoSight() {
        open();
        List<Devbox> page = IntStream.range(0, 30).mapToObj(i -> Devboxes.ended("e" + i).build()).toList();
        know(List.of(Devboxes.running("a")), new DevboxList.Ended(60, List.of(), true, null));
        robot.clickOn("Ended devboxes");
        settle();
        assertThat(pages).isEqualTo(1);
        know(List.of(Devboxes.running("a")), new DevboxList.Ended(60, page, true, null));
        assertThat(model.rows()).hasSize(31);
        assertThat(pages).isEqualTo(1);
        doOnFx(() -> view.focusList());
        robot.type(KeyCode.END);
        settle();
        assertThat(pages).isEqualTo(2);
    }

    @Test
    void rowsAreSpokenAndTheListHasAName() {
        open();
        know(List.of(Devboxes.running("api").authenticated()));
        assertThat(list().getAccessibleText()).isEqualTo("Devboxes");
        assertThat(onFx(() -> list().lookup(".devbox-cell").getAccessibleText()))
                .isEqualTo("api, Running, 2 h, authenticated tunnel");
    }
}
