package io.github.devboxtunnels.ui.controls;

import java.time.Duration;
import java.util.stream.Stream;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A secret behind a fixed number of discs. Shown on demand for 30 s, and hidden at once when the window loses the focus,
 * when the secret changes and when the field leaves the window. A label, not a text field, shows it: a text field's own
 * copy would leave it on the clipboard.
 */
public final class SecretField extends HBox {

    /** How long it stays revealed, in seconds. */
    static final int SECONDS = 30;

    private static final int DISCS = 16;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Texts texts = Texts.of(SecretField.class);
    private final String what;
    private final TaskRunner tasks;
    private final ObjectProperty<@Nullable Secret> secret = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper revealed = new ReadOnlyBooleanWrapper();
    private final HBox discs = new HBox();
    private final Label value = new Label();
    private final Label countdown = new Label();
    private final IconButton eye = new IconButton(Feather.EYE, texts.get("controls.secret.reveal"));
    private Runnable onCopy = () -> {
    };
    private TaskRunner.@Nullable Handle clock;
    private int left;

    /**
     * Hidden and empty.
     *
     * @param what names the secret: "Tunnel token"
     */
    public SecretField(String what, TaskRunner tasks) {
        this.what = what;
        this.tasks = tasks;
        getStyleClass().add("secret-field");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        discs.getStyleClass().add("discs");
        discs.setAlignment(Pos.CENTER_LEFT);
        discs.getChildren().addAll(Stream.generate(SecretField::disc).limit(DISCS).toList());
        value.getStyleClass().add("mono");
        countdown.getStyleClass().addAll("small", "subtle", "countdown");
        countdown.setMinWidth(Region.USE_PREF_SIZE);
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        getChildren().addAll(discs, value, grow, countdown, eye);
        eye.setOnAction(e -> toggle());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        secret.subscribe(this::hide);
        WindowWatch.inUse(this).subscribe(inUse -> {
            if (!inUse) {
                hide();
            }
        });
        show();
    }

    /** What it hides, or null. */
    public ObjectProperty<@Nullable Secret> secretProperty() {
        return secret;
    }

    /** Whether the value is shown. */
    public ReadOnlyBooleanProperty revealedProperty() {
        return revealed.getReadOnlyProperty();
    }

    /** What Ctrl+C does, shown or not. */
    public void setOnCopy(Runnable action) {
        onCopy = action;
    }

    /** Hides the value. */
    public void hide() {
        TaskRunner.Handle running = clock;
        if (running != null) {
            running.cancel();
            clock = null;
        }
        revealed.set(false);
        show();
    }

    private void toggle() {
        if (revealed.get()) {
            hide();
        } else if (secret.get() != null) {
            revealed.set(true);
            left = SECONDS;
            show();
            clock = tasks.after(Duration.ofSeconds(1), this::tick);
        }
    }

    private void tick() {
        left--;
        if (left <= 0) {
            hide();
        } else {
            countdown.setText(texts.get("controls.secret.hidesIn", String.valueOf(left)));
            clock = tasks.after(Duration.ofSeconds(1), this::tick);
        }
    }

    private void key(KeyEvent e) {
        if (COPY.match(e)) {
            onCopy.run();
            e.consume();
        }
    }

    private void show() {
        Secret current = secret.get();
        boolean shown = revealed.get() && current != null;
        value.setText(shown && current != null ? current.reveal() : "");
        countdown.setText(shown ? texts.get("controls.secret.hidesIn", String.valueOf(left)) : "");
        present(discs, !shown && current != null);
        present(value, shown);
        present(countdown, shown);
        eye.setIcon(shown ? Feather.EYE_OFF : Feather.EYE);
        eye.setName(texts.get(shown ? "controls.secret.hide" : "controls.secret.reveal"));
        String state = current == null ? "none" : shown ? "shown" : "hidden";
        setAccessibleText(texts.get("controls.secret." + state, what));
    }

    private static void present(Region node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static Region disc() {
        Region disc = new Region();
        disc.getStyleClass().add("disc");
        return disc;
    }
}
