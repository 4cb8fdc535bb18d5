package io.github.devboxtunnels.ui.shell;

import java.util.Locale;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import io.github.devboxtunnels.settings.SettingsStore;
import io.github.devboxtunnels.ui.common.ContextMenuKeys;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Frames;
import io.github.devboxtunnels.ui.common.Layers;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.ToastLayer;
import io.github.devboxtunnels.ui.theme.ThemeManager;
import io.github.devboxtunnels.ui.theme.WindowIcons;
import org.jspecify.annotations.Nullable;

/** The one window: menu bar, a place, dialogs and toasts over it. Its title never says more than the product's name. */
public final class MainWindow {

    /** Under this height rows and margins take less room, in pixels. */
    private static final double COMPACT = 640;
    private static final boolean OF_SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT)
            .startsWith("mac");
    private static final Texts TEXTS = Texts.of(MainWindow.class);
    private static final PseudoClass COMPACT_HEIGHT = PseudoClass.getPseudoClass("compact");

    private final Stage stage;
    private final Scene scene;
    private final VBox frame;
    private final CommandKeys keys = new CommandKeys();
    private final MenuKeys menuKeys = new MenuKeys();
    private final TaskRunner tasks;
    private final StackPane place = new StackPane();
    private final DialogLayer dialogs;
    private final WindowPlaces places;
    /** Held here, for its bindings to the preferences are weak. */
    private final ThemeManager themes;
    private final ReadOnlyBooleanWrapper visible = new ReadOnlyBooleanWrapper();
    /** Made when it is asked for, but where it is the system's. */
    private @Nullable CommandMenuBar menus;
    private Commands commands = new Commands();

    /** What the window is made of. */
    public record Parts(TaskRunner tasks, SettingsStore settings, ThemeManager themes, Preferences preferences,
            DialogLayer dialogs, ToastLayer toasts) {
    }

    /** Fills a stage; it shows with {@link #open()}. */
    public MainWindow(Stage stage, Parts parts) {
        this.stage = stage;
        this.dialogs = parts.dialogs();
        this.tasks = parts.tasks();
        themes = parts.themes();
        themes.choiceProperty().bind(parts.preferences().themeProperty());
        themes.applyBase();
        VBox.setVgrow(place, Priority.ALWAYS);
        frame = new VBox(place);
        Layers root = new Layers(frame, parts.dialogs(), parts.toasts());
        scene = new Scene(root);
        themes.apply(scene);
        if (OF_SYSTEM) {
            menus();
        }
        root.heightProperty().subscribe(height -> root.pseudoClassStateChanged(COMPACT_HEIGHT,
                height.doubleValue() > 0 && height.doubleValue() < COMPACT));
        scene.addEventFilter(KeyEvent.ANY, this::summon);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> menuKeys.pointerUsed());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        ContextMenuKeys.installOn(scene);
        places = new WindowPlaces(stage, parts.settings());
        stage.setTitle(TEXTS.get("shell.title"));
        visible.bind(stage.showingProperty().and(stage.iconifiedProperty().not()));
    }

    /** Shows the window where it was. */
    public void open() {
        stage.setScene(scene);
        places.restore();
        stage.show();
        // Decoding them takes a core, which the first frame needs.
        Frames.afterNext(() -> tasks.run(WindowIcons::all, icons -> stage.getIcons().setAll(icons), _ -> {
        }));
    }

    /** Shows another place, and what can be done there. */
    public void show(Node content, Commands offered) {
        // The system's menu bar stays in reach under a dialog, and a menu may be open when one comes.
        offered.refuse(() -> dialogs.showingProperty().get() ? TEXTS.get("shell.unavailable.dialog") : null);
        commands = offered;
        CommandMenuBar made = menus;
        if (made != null) {
            made.show(offered);
        }
        place.getChildren().setAll(content);
    }

    /** Whether a person can see it. */
    public ReadOnlyBooleanProperty visibleProperty() {
        return visible.getReadOnlyProperty();
    }

    /** Its scene. */
    public Scene scene() {
        return scene;
    }

    private void summon(KeyEvent e) {
        if (!OF_SYSTEM && !dialogs.showingProperty().get() && menuKeys.ask(e)) {
            menus().toggle();
            e.consume();
        }
    }

    private CommandMenuBar menus() {
        CommandMenuBar made = menus;
        if (made == null) {
            made = new CommandMenuBar(tasks, OF_SYSTEM);
            made.show(commands);
            menus = made;
            frame.getChildren().addFirst(made);
        }
        return made;
    }

    private void press(KeyEvent e) {
        if (keys.press(e, commands)) {
            e.consume();
        }
    }
}
