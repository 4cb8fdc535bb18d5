package io.github.devboxtunnels.ui.controls;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import atlantafx.base.controls.CustomTextField;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A field to search in: magnifier, prompt, key hint; Esc clears it. */
public final class SearchField extends CustomTextField {

    private final IconButton clear = new IconButton(Feather.X,
            Texts.of(SearchField.class).get("controls.search.clear"), "Esc");
    private final @Nullable Node hint;

    /**
     * Empty.
     *
     * @param keyHint the key that leads here, or null
     */
    public SearchField(String prompt, @Nullable String keyHint) {
        getStyleClass().add("search-field");
        setPromptText(prompt);
        setAccessibleText(prompt);
        setLeft(Icons.of(Feather.SEARCH, 14));
        hint = keyHint == null ? null : new KeyHint(keyHint);
        clear.setFocusTraversable(false);
        clear.getStyleClass().add("tiny-icon");
        clear.setOnAction(e -> clear());
        rightProperty().bind(textProperty().map(text -> text.isEmpty() ? hint : clear));
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                e.consume();
            }
        });
    }
}
