package io.github.devboxtunnels.ui.controls;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.Pictures;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.testing.ThemedScenes;
import io.github.devboxtunnels.ui.common.DialogContent;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Layers;
import io.github.devboxtunnels.ui.common.Toast;
import io.github.devboxtunnels.ui.common.ToastLayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OverlayGalleryTest extends FxTest {

    private final ImmediateTaskRunner tasks = new ImmediateTaskRunner(new SimulatedTimeline());
    private final DialogLayer[] dialogs = new DialogLayer[1];
    private final ToastLayer[] toasts = new ToastLayer[1];
    private final Button[] anchor = new Button[1];

    private Layers window() {
        dialogs[0] = new DialogLayer();
        toasts[0] = new ToastLayer(tasks);
        anchor[0] = Buttons.of("Menu");
        ListView<String> list = new ListView<>();
        for (int i = 0; i < 60; i++) {
            list.getItems().add("devbox " + i);
        }
        list.getSelectionModel().select(2);
        BorderPane page = new BorderPane(new VBox(anchor[0]));
        page.setLeft(list);
        return new Layers(page, dialogs[0], toasts[0]);
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void overlaysAreDrawnInBothThemes(ThemeChoice choice) throws IOException {
        String theme = choice.name().toLowerCase(Locale.ROOT);
        var stage = show(() -> ThemedScenes.dress(window(), choice), 880, 560);
        doOnFx(() -> {
            dialogs[0].show(new Enable(true));
            toasts[0].show(Toast.of(Feather.CHECK, "Token copied. Clears in 30 s").withAction("Clear now", () -> {
            }));
        });
        settle();
        await().until(() -> onFx(() -> stage.getScene().lookup(".dialog").getOpacity() == 1
                && stage.getScene().lookup(".toast").getOpacity() == 1));
        WritableImage dialog = snapshot(stage.getScene());
        assertThat(Files.size(Pictures.save(dialog, "gallery-dialog-" + theme))).isPositive();
        ContextMenu shown = onFx(OverlayGalleryTest::menu);
        doOnFx(() -> Menus.show(shown, anchor[0], Side.BOTTOM));
        settle();
        WritableImage menu = snapshot(shown.getScene());
        assertThat(Files.size(Pictures.save(menu, "gallery-menu-" + theme))).isPositive();
    }

    private static ContextMenu menu() {
        Runnable nothing = () -> {
        };
        return Menus.of(Menus.title("Contains the token, cleared after 30 s"),
                new MenuRow(Feather.KEY, "Token", "T", nothing),
                new MenuRow(Feather.TAG, "Header line", null, nothing),
                new MenuRow(Feather.TERMINAL, "curl with the token in it", null, nothing),
                new SeparatorMenuItem(), Menus.title("Web 3000, token as $TUNNEL_TOKEN"),
                new MenuRow(Feather.TERMINAL, "curl", "Shift+C", nothing),
                new MenuRow(Feather.CODE, "Python", null, nothing), new SeparatorMenuItem(),
                Menus.sentence("Checking sends one request. It does not restart the idle timer."));
    }

    private static final class Enable implements DialogContent {
        private final CardChoice<Boolean> choice = new CardChoice<>();

        Enable(boolean open) {
            choice.add(false, Feather.LOCK, "Authenticated",
                    "Callers need a token. You can still open it in your browser from here.", false);
            choice.add(true, Feather.GLOBE, "Open", "Anyone with the link reaches every port on this devbox.", true);
            choice.valueProperty().set(open);
        }

        @Override
        public String title() {
            return "Enable a tunnel on agent-43";
        }

        @Override
        public String sentence() {
            return "One tunnel serves every port of the devbox.";
        }

        @Override
        public Node body() {
            Strip strip = new Strip(Strip.Kind.WARNING);
            strip.setLead("No password is asked.");
            strip.setText("Ports you start later are public too.");
            SwitchRow keep = new SwitchRow("Keep awake on traffic");
            keep.selectedProperty().set(true);
            keep.hintProperty().set("Any visitor restarts the 15 min idle timer, and running time is billed.");
            SwitchRow wake = new SwitchRow("Wake on HTTP");
            wake.selectedProperty().set(true);
            wake.hintProperty().set("A request resumes it. Also wakes for bots and link previews; the first request"
                    + " gets 503 and must be repeated.");
            Region line = new Region();
            line.getStyleClass().add("separator-line");
            VBox switches = new VBox(12, keep, line, wake);
            Label label = new Label("Ports to list");
            label.getStyleClass().add("strong");
            TextField ports = new TextField("3000, 8080");
            ports.getStyleClass().add("mono");
            Label help = new Label("Or paste an address: http://localhost:3000/admin becomes port and path.");
            help.getStyleClass().addAll("small", "muted");
            VBox field = new VBox(6, label, ports, help);
            return new VBox(16, new VBox(12, choice, strip), switches, field);
        }

        @Override
        public Node footer() {
            return DialogLayer.footer(Buttons.of("Copy as curl", Feather.TERMINAL, Buttons.FLAT, "edge"),
                    Buttons.of("Cancel"), Buttons.of("Enable open tunnel", Buttons.WARNING));
        }

        @Override
        public Node initialFocus() {
            return choice.focusTarget();
        }

        @Override
        public void cancel() {
            choice.valueProperty().set(false);
        }
    }
}
