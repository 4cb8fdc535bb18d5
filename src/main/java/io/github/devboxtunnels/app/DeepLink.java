package io.github.devboxtunnels.app;

import java.util.Locale;

import io.github.devboxtunnels.platform.Summons;
import org.jspecify.annotations.Nullable;

/**
 * Links that other programs may open: {@code devbox-tunnels://devbox/<id>} selects a devbox. There is no other kind, so
 * a link that came from anywhere can change nothing.
 */
final class DeepLink {

    private static final String SCHEME = "devbox-tunnels:";
    private static final String DEVBOX = SCHEME + "//devbox/";

    private DeepLink() {
    }

    /** Whether a word of the command line is a link at all. */
    static boolean isLink(String word) {
        return starts(word, SCHEME);
    }

    /** The id in a link; null when it is not understood, and then only the window opens. */
    static @Nullable String devbox(String link) {
        if (!starts(link, DEVBOX)) {
            return null;
        }
        String id = link.substring(DEVBOX.length());
        if (id.endsWith("/")) {
            id = id.substring(0, id.length() - 1);
        }
        return Summons.isId(id) ? id : null;
    }

    /** Schemes and hosts are read without regard to case. */
    private static boolean starts(String text, String beginning) {
        return text.toLowerCase(Locale.ROOT).startsWith(beginning);
    }
}
