package io.github.devboxtunnels.ui.common;

import java.nio.file.Path;
import java.util.List;

import io.github.devboxtunnels.platform.InstalledBrowser;
import org.jspecify.annotations.Nullable;

/** Opens pages that are files of this computer in a browser. Both methods block, so they are called through tasks. */
public interface PageOpener {

    /** The browsers there are; empty where they cannot be found. */
    List<InstalledBrowser> browsers();

    /** Whether the browser of the system may be Safari, which does not resolve the host names of gateways. */
    default boolean maybeSafari() {
        return false;
    }

    /**
     * Hands a page to a browser.
     *
     * @param in which one; null for the one of the system
     * @return whether it was taken
     */
    boolean open(Path page, @Nullable InstalledBrowser in) throws InterruptedException;
}
