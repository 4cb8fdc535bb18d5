package io.github.devboxtunnels.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.Frames;
import io.github.devboxtunnels.testing.ThemedScenes;
import io.github.devboxtunnels.testing.UiHold;
import io.github.devboxtunnels.time.SystemTimeline;
import io.github.devboxtunnels.ui.common.FxTaskRunner;
import io.github.devboxtunnels.ui.controls.SearchField;
import io.github.devboxtunnels.ui.devboxes.DevboxFilterBar;
import io.github.devboxtunnels.ui.devboxes.DevboxRow;
import io.github.devboxtunnels.ui.devboxes.LargeList;

/**
 * Shows the list with as many devboxes as the argument says and does what each line it reads asks for: {@code scroll}
 * selects a row in the middle, {@code refresh} reads anew, {@code key c} types into the search field. Answers with the
 * longest hold of the UI thread in milliseconds from then until all is painted, and with the most it worked at once.
 */
public final class HoldWorker {

    private final LargeList devboxes;
    private SearchField search;
    private ListView<DevboxRow> list;

    private HoldWorker(LargeList devboxes) {
        this.devboxes = devboxes;
    }

    public static void main(String[] args) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        HoldWorker worker = new HoldWorker(
                new LargeList(new FxTaskRunner(new SystemTimeline()), Integer.parseInt(args[0])));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        try (UiHold hold = UiHold.measure()) {
            worker.open();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(worker.answer(line, hold));
            }
        } finally {
            Platform.exit();
        }
    }

    private void open() throws Exception {
        onFx(() -> {
            search = new SearchField("", "");
            search.textProperty().bindBidirectional(devboxes.model().queryProperty());
            VBox left = new VBox(new DevboxFilterBar(devboxes.model()), devboxes.view());
            left.setPrefWidth(360);
            BorderPane root = new BorderPane(new Region(), search, null, null, left);
            BorderPane.setMargin(search, new Insets(8));
            Stage stage = new Stage();
            stage.setScene(new Scene(ThemedScenes.dress(root, ThemeChoice.LIGHT), 1440, 900));
            stage.show();
            list = find(root);
            search.requestFocus();
            return null;
        });
        devboxes.load();
        while (onFx(() -> list.getItems().isEmpty())) {
            Frames.painted();
        }
        Frames.painted();
    }

    private String answer(String line, UiHold hold) throws Exception {
        if (line.equals("scroll")) {
            scroll();
            return "ready";
        }
        hold.longest();
        hold.busiest();
        if (line.equals("refresh")) {
            refresh();
        } else {
            char key = line.charAt("key ".length());
            taken(() -> onFx(() -> type(key)));
        }
        return hold.longest().toNanos() / 1e6 + " " + hold.busiest().toNanos() / 1e6;
    }

    private void scroll() throws Exception {
        onFx(() -> {
            int middle = list.getItems().size() / 2;
            list.getSelectionModel().clearAndSelect(middle + 4);
            list.scrollTo(middle);
            list.requestFocus();
            return null;
        });
        Frames.painted();
    }

    private void refresh() throws Exception {
        View before = onFx(this::view);
        taken(() -> {
            devboxes.refresh();
            return null;
        });
        View after = onFx(this::view);
        if (!after.follows(before)) {
            throw new AssertionError("a refresh moved " + before + " to " + after);
        }
    }

    private Void type(char key) {
        boolean back = key == '<';
        KeyEvent event = back
                ? new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, "", KeyCode.BACK_SPACE, false, false,
                        false, false)
                : new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(key), "", KeyCode.UNDEFINED, false, false, false,
                        false);
        Event.fireEvent(search, event);
        return null;
    }

    /** What must stay: the row at the top of the view and where it is cut, the selected and the focused row. */
    private record View(String top, double cut, String selected, String focused, boolean focus) {

        boolean follows(View before) {
            return equals(before);
        }
    }

    private View view() {
        VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
        var first = flow.getFirstVisibleCell();
        // A row that ends where the view begins is none to see.
        boolean over = first.getLayoutY() + first.getHeight() <= 0;
        int top = first.getIndex() + (over ? 1 : 0);
        return new View(list.getItems().get(top).id(), over ? 0 : first.getLayoutY(),
                list.getSelectionModel().getSelectedItem().id(), list.getFocusModel().getFocusedItem().id(),
                list.isFocused());
    }

    /** Does something the list answers, and waits until the answer is on the screen. */
    private void taken(Callable<Void> work) throws Exception {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        Subscription answers = onFx(() -> devboxes.model().nowProperty().subscribe((was, is) -> {
            answered.complete(null);
        }));
        work.call();
        answered.get(30, TimeUnit.SECONDS);
        onFx(() -> {
            answers.unsubscribe();
            return null;
        });
        Frames.painted();
    }

    private static <T> T onFx(Supplier<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(30, TimeUnit.SECONDS);
    }

    @SuppressWarnings("unchecked")
    private static ListView<DevboxRow> find(BorderPane root) {
        return (ListView<DevboxRow>) root.lookup("#devboxes");
    }
}
