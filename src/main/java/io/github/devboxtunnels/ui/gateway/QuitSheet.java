package io.github.devboxtunnels.ui.gateway;

import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.Confirmation;

/** Asks before the application ends while gateways run; the default keeps them. */
public final class QuitSheet {

    private static final Texts TEXTS = Texts.of(QuitSheet.class);

    private QuitSheet() {
    }

    /** Asks for this many gateways; {@code quit} runs when the answer is to stop them, {@code kept} when it is not. */
    public static void ask(DialogLayer dialogs, int count, Runnable quit, Runnable kept) {
        new Confirmation(words("gateway.quit.title", count), words("gateway.quit.sentence", count),
                new Confirmation.Answer(TEXTS.get("gateway.quit.keep"), kept),
                new Confirmation.Answer(words("gateway.quit.stop", count), quit), Buttons.DANGER).showAbove(dialogs);
    }

    private static String words(String key, int count) {
        return count == 1 ? TEXTS.get(key + "-one") : TEXTS.get(key + "-many", Integer.toString(count));
    }
}
