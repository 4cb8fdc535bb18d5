package io.github.devboxtunnels.ui.gateway;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import io.github.devboxtunnels.ui.common.DialogContent;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;

/** Asks before the application ends while gateways run; the default keeps them. */
public final class QuitSheet implements DialogContent {

    private final Texts texts = Texts.of(QuitSheet.class);
    private final int count;
    private final Button keep;
    private final Region body = new Region();
    private final Node footer;
    private final Runnable kept;
    private Runnable close = () -> {
    };

    private QuitSheet(int count, Runnable quit, Runnable kept) {
        this.count = count;
        keep = Buttons.of(texts.get("gateway.quit.keep"));
        keep.setDefaultButton(true);
        keep.setOnAction(_ -> cancel());
        this.kept = kept;
        Button stop = Buttons.of(words("gateway.quit.stop"), Buttons.DANGER);
        stop.setOnAction(_ -> {
            close.run();
            quit.run();
        });
        footer = DialogLayer.footer(null, stop, keep);
    }

    /** Asks for this many gateways; {@code quit} runs when the answer is to stop them, {@code kept} when it is not. */
    public static void ask(DialogLayer dialogs, int count, Runnable quit, Runnable kept) {
        QuitSheet sheet = new QuitSheet(count, quit, kept);
        DialogLayer.Handle handle = dialogs.showAbove(sheet);
        sheet.close = handle::close;
    }

    @Override
    public String title() {
        return words("gateway.quit.title");
    }

    @Override
    public String sentence() {
        return words("gateway.quit.sentence");
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
        kept.run();
    }

    @Override
    public double width() {
        return 440;
    }

    private String words(String key) {
        return count == 1 ? texts.get(key + "-one") : texts.get(key + "-many", Integer.toString(count));
    }
}
