package io.github.devboxtunnels.ui.tunnel;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import io.github.devboxtunnels.ui.common.DialogContent;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;

/** Asks before a tunnel is removed; the default keeps it. */
final class RemoveSheet implements DialogContent {

    private final Texts texts = Texts.of(RemoveSheet.class);
    private final String title;
    private final Button keep;
    private final Region body = new Region();
    private final Node footer;
    private Runnable close = () -> {
    };

    private RemoveSheet(String title, Runnable removal) {
        this.title = title;
        keep = Buttons.of(texts.get("tunnel.remove.keep"));
        keep.setDefaultButton(true);
        keep.setOnAction(_ -> close.run());
        Button remove = Buttons.of(texts.get("tunnel.remove.remove"), Buttons.DANGER);
        remove.setOnAction(_ -> {
            close.run();
            removal.run();
        });
        footer = DialogLayer.footer(null, remove, keep);
    }

    /** Asks; {@code removal} runs when the answer is to remove it. */
    static void ask(DialogLayer dialogs, String title, Runnable removal) {
        RemoveSheet sheet = new RemoveSheet(title, removal);
        sheet.close = dialogs.show(sheet)::close;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String sentence() {
        return texts.get("tunnel.remove.sentence");
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
        return keep;
    }

    @Override
    public void cancel() {
        close.run();
    }

    @Override
    public double width() {
        return 440;
    }
}
