package io.github.devboxtunnels.ui.tunnel;

import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.Confirmation;

/** Asks before a tunnel is removed; the default keeps it. */
final class RemoveSheet {

    private RemoveSheet() {
    }

    /** Asks; {@code removal} runs when the answer is to remove it. */
    static void ask(DialogLayer dialogs, String title, Runnable removal) {
        Texts texts = Texts.of(RemoveSheet.class);
        new Confirmation(title, texts.get("tunnel.remove.sentence"),
                new Confirmation.Answer(texts.get("tunnel.remove.keep"), () -> {
                }),
                new Confirmation.Answer(texts.get("tunnel.remove.remove"), removal), Buttons.DANGER).show(dialogs);
    }
}
