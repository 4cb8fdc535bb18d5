package io.github.devboxtunnels.ui.tunnel;

import io.github.devboxtunnels.model.Lifecycle;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** What the two switches of the enable dialog mean in their present position. */
final class EnableHints {

    private static final Texts TEXTS = Texts.of(EnableHints.class);

    private EnableHints() {
    }

    /** What traffic does to the idle timer. */
    static String keepAlive(Lifecycle lifecycle, boolean on, boolean open) {
        Lifecycle.Idle idle = lifecycle.idle();
        if (idle == null) {
            return TEXTS.get("tunnel.enable.keep.moot");
        }
        String after = Spans.of(idle.after());
        if (on) {
            return TEXTS.get(open ? "tunnel.enable.keep.on-open" : "tunnel.enable.keep.on", after);
        }
        return TEXTS.get(switch (idle.then()) {
            case SUSPEND -> "tunnel.enable.keep.off-suspend";
            case SHUTDOWN -> "tunnel.enable.keep.off-shutdown";
        }, after);
    }

    /** What a request does to a suspended devbox. */
    static String wake(@Nullable Boolean ruled, boolean on) {
        if (ruled != null) {
            return TEXTS.get(ruled ? "tunnel.enable.wake.ruled-on" : "tunnel.enable.wake.ruled-off");
        }
        return TEXTS.get(on ? "tunnel.enable.wake.on" : "tunnel.enable.wake.off");
    }
}
