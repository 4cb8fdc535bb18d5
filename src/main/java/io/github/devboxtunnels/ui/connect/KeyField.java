package io.github.devboxtunnels.ui.connect;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;

import org.jspecify.annotations.Nullable;

/**
 * A field for a key: bullets until it is asked to show its text, and again for the next key. Bullets are neither copied
 * nor read aloud.
 */
final class KeyField extends TextField {

    private static final PseudoClass MASKED = PseudoClass.getPseudoClass("masked");
    private static final String BULLET = "\u2022";

    private final BooleanProperty revealed = new SimpleBooleanProperty();

    KeyField() {
        getStyleClass().add("key-field");
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        textProperty().subscribe(text -> {
            if (text.isEmpty()) {
                // The next key is not the one that was asked for.
                revealed.set(false);
            }
            mask();
        });
        revealed.addListener((property, was, is) -> {
            int caret = getCaretPosition();
            setAccessibleRole(is ? AccessibleRole.TEXT_FIELD : AccessibleRole.PASSWORD_FIELD);
            // The skin masks when it is made; a new one masks anew.
            setSkin(createDefaultSkin());
            positionCaret(caret);
            mask();
        });
    }

    private void mask() {
        pseudoClassStateChanged(MASKED, !revealed.get() && !getText().isEmpty());
    }

    /** Whether the text can be read. */
    BooleanProperty revealedProperty() {
        return revealed;
    }

    @Override
    public void copy() {
        if (revealed.get()) {
            super.copy();
        }
    }

    @Override
    public void cut() {
        if (revealed.get()) {
            super.cut();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        boolean text = attribute == AccessibleAttribute.TEXT || attribute == AccessibleAttribute.OFFSET_AT_POINT;
        return text && !revealed.get() ? null : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new MaskingSkin(this);
    }

    private static final class MaskingSkin extends TextFieldSkin {

        MaskingSkin(KeyField field) {
            super(field);
        }

        @Override
        protected String maskText(String text) {
            return getSkinnable() instanceof KeyField field && !field.revealed.get()
                    ? BULLET.repeat(text.length())
                    : text;
        }
    }
}
