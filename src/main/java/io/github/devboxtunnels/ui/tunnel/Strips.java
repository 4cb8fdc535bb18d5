package io.github.devboxtunnels.ui.tunnel;

import javafx.scene.Node;

import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Strip;
import org.jspecify.annotations.Nullable;

/** Puts words into strips. */
final class Strips {

    private Strips() {
    }

    /** Shows what went wrong and says it aloud; hides the strip when nothing did. */
    static void show(Strip strip, @Nullable Trouble trouble) {
        present(strip, trouble != null);
        if (trouble == null) {
            return;
        }
        Texts texts = Texts.of(Strips.class);
        String id = trouble.requestId();
        String words = id == null
                ? trouble.aftermath()
                : (trouble.aftermath() + " " + texts.get("tunnel.trouble.request")).strip();
        strip.setLead(trouble.lead());
        strip.setText(trouble.text());
        strip.setDetail(words.isEmpty() ? null : words, id);
        strip.announce();
    }

    /** Gives a node its place, or takes it. */
    static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
