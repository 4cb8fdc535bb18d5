package io.github.devboxtunnels.ui.controls;

import java.util.Locale;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import io.github.devboxtunnels.ui.common.Announcer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * A bar over the whole width: icon, bold word, sentence, small text, one button. Announced once a message; what it has
 * no room for is in its tooltip.
 */
public final class Banner extends HBox {

    private static final double TIP = 480;

    private final StackPane icon = new StackPane();
    private final Label lead = new Label();
    private final Label sentence = new Label();
    private final Label note = new Label();
    private final StackPane end = new StackPane();
    private final Tooltip tip = new Tip();
    private Kind kind;

    /** How grave it is. */
    public enum Kind {
        /** Where one is: 32 pixels, in the accent. */
        INFO,
        /** Offline, stale, slowed down. */
        AMBER,
        /** The key is refused, the certificate untrusted. */
        RED
    }

    /** Without words at first. */
    public Banner(Kind kind) {
        this.kind = kind;
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.PARENT);
        icon.getStyleClass().add("banner-icon");
        lead.getStyleClass().addAll("semibold", "banner-lead");
        lead.setMinWidth(USE_PREF_SIZE);
        sentence.getStyleClass().add("banner-sentence");
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        note.getStyleClass().addAll("small", "banner-note");
        note.setMinWidth(USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        end.setManaged(false);
        getChildren().addAll(icon, lead, sentence, note, end);
        tip.setWrapText(true);
        tip.setMaxWidth(TIP);
        Tooltip.install(this, tip);
        setKind(kind);
    }

    /** Becomes more or less grave. */
    public void setKind(Kind next) {
        kind = next;
        for (Kind each : Kind.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == kind);
        }
    }

    /** Says something. */
    public void show(Ikon symbol, String leadWords, String sentenceWords) {
        boolean news = !lead.getText().equals(leadWords);
        setVisible(true);
        icon.getChildren().setAll(Icons.of(symbol));
        lead.setText(leadWords);
        sentence.setText(sentenceWords);
        String all = leadWords + " " + sentenceWords;
        tip.setText(all);
        if (news) {
            Announcer.announce(this, all);
        }
    }

    /** Has nothing to say any more; the same words would be news again. */
    public void hide() {
        lead.setText("");
        setVisible(false);
    }

    /** The small text before the button. */
    public StringProperty noteProperty() {
        return note.textProperty();
    }

    /** The button or link at the right end, or none. */
    public void setAction(@Nullable ButtonBase button) {
        end.getChildren().clear();
        if (button != null) {
            end.getChildren().add(button);
        }
        end.setManaged(button != null);
    }
}
