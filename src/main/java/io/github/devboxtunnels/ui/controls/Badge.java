package io.github.devboxtunnels.ui.controls;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;

import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Who may use a tunnel: a lock, a lock with its word, or a globe with its word. */
public final class Badge extends Label {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass BARE = PseudoClass.getPseudoClass("bare");

    private final Texts texts = Texts.of(Badge.class);
    private Kind kind = Kind.NONE;

    /** What it says. */
    public enum Kind {
        /** Nothing: takes no place. */
        NONE,
        /** A lock and the word. */
        AUTHENTICATED,
        /** The lock alone, for lists. */
        LOCK,
        /** A globe and the word. */
        OPEN
    }

    /** Shows nothing at first. */
    public Badge() {
        getStyleClass().add("badge");
        setMinWidth(USE_PREF_SIZE);
        show(Kind.NONE);
    }

    /** Shows a kind at once. */
    public Badge(Kind kind) {
        this();
        show(kind);
    }

    /** Shows a kind with its own tooltip. */
    public void show(Kind next) {
        show(next, null);
    }

    /**
     * Shows a kind.
     *
     * @param tooltip in place of the kind's own, for a raw word of the server; or null
     */
    public void show(Kind next, @Nullable String tooltip) {
        kind = next;
        setVisible(next != Kind.NONE);
        setManaged(next != Kind.NONE);
        pseudoClassStateChanged(OPEN, next == Kind.OPEN);
        pseudoClassStateChanged(BARE, next == Kind.LOCK);
        switch (next) {
            case NONE -> {
                setText("");
                setGraphic(null);
                setAccessibleText(null);
            }
            case LOCK -> {
                setText("");
                setGraphic(Icons.of(Feather.LOCK, 14));
                setAccessibleText(texts.get("controls.badge.authenticated.tooltip"));
            }
            case AUTHENTICATED -> {
                setText(texts.get("controls.badge.authenticated"));
                setGraphic(Icons.of(Feather.LOCK, 12));
                setAccessibleText(texts.get("controls.badge.authenticated.tooltip"));
            }
            case OPEN -> {
                setText(texts.get("controls.badge.open"));
                setGraphic(Icons.of(Feather.GLOBE, 12));
                setAccessibleText(texts.get("controls.badge.open.tooltip"));
            }
        }
        String own = getAccessibleText();
        String words = tooltip == null ? own : tooltip;
        setTooltip(words == null ? null : new Tip(words));
    }

    /** What it says. */
    public Kind getKind() {
        return kind;
    }
}
