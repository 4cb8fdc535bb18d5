package io.github.devboxtunnels.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import io.github.devboxtunnels.ui.common.DialogContent;
import io.github.devboxtunnels.ui.common.DialogLayer;

/** A question with two answers. The safe one is the default, has the focus at first and is what Esc gives. */
public final class Confirmation implements DialogContent {

    private static final double WIDTH = 440;

    private final String title;
    private final String sentence;
    private final Button safe;
    private final Answer safely;
    private final Region body = new Region();
    private final Node footer;
    private Runnable close = () -> {
    };

    /**
     * An answer.
     *
     * @param words on its button
     * @param then runs when it is given
     */
    public record Answer(String words, Runnable then) {
    }

    /**
     * Asks when it is shown.
     *
     * @param styleClasses of the button that is not the safe one
     */
    public Confirmation(String title, String sentence, Answer safe, Answer other, String... styleClasses) {
        this.title = title;
        this.sentence = sentence;
        this.safely = safe;
        this.safe = Buttons.of(safe.words());
        this.safe.setDefaultButton(true);
        this.safe.setOnAction(_ -> cancel());
        Button deed = Buttons.of(other.words(), styleClasses);
        deed.setOnAction(_ -> give(other));
        footer = DialogLayer.footer(null, deed, this.safe);
    }

    /** Shows it. */
    public DialogLayer.Handle show(DialogLayer dialogs) {
        return closedBy(dialogs.show(this));
    }

    /** Shows it at once, above a dialog that is open. */
    public DialogLayer.Handle showAbove(DialogLayer dialogs) {
        return closedBy(dialogs.showAbove(this));
    }

    private DialogLayer.Handle closedBy(DialogLayer.Handle handle) {
        close = handle::close;
        return handle;
    }

    private void give(Answer answer) {
        close.run();
        answer.then().run();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public Node footer() {
        return footer;
    }

    @Override
    public Node initialFocus() {
        return safe;
    }

    @Override
    public void cancel() {
        give(safely);
    }

    @Override
    public double width() {
        return WIDTH;
    }
}
