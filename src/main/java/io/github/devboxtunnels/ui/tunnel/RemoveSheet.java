package io.github.devboxtunnels.ui.tunnel;

import java.util.function.Consumer;

import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.Confirmation;

/** Asks before a tunnel is removed; the default keeps it. */
final class RemoveSheet {

    private RemoveSheet() {
    }

    /** Asks; {@code removal} gets the question back when the answer is to remove it. */
    static void ask(DialogLayer dialogs, RemovalQuestion question, Consumer<RemovalQuestion> removal) {
        Texts texts = Texts.of(RemoveSheet.class);
        new Confirmation(question.title(), texts.get("tunnel.remove.sentence"),
                new Confirmation.Answer(texts.get("tunnel.remove.keep"), () -> {
                }),
                new Confirmation.Answer(texts.get("tunnel.remove.remove"), () -> removal.accept(question)),
                Buttons.DANGER).show(dialogs);
    }
}
