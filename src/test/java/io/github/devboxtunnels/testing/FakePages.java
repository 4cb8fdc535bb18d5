package io.github.devboxtunnels.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.devboxtunnels.platform.InstalledBrowser;
import io.github.devboxtunnels.ui.common.PageOpener;

/** Opens nothing and keeps what a browser would have been opened at. */
public final class FakePages implements PageOpener {

    public static final InstalledBrowser FIREFOX = new InstalledBrowser("Firefox",
            List.of("firefox", InstalledBrowser.PAGE));

    private final List<String> opened = new CopyOnWriteArrayList<>();
    private volatile boolean safari;
    private volatile boolean taken = true;

    /** From now on no browser takes anything. */
    public void refuse() {
        taken = false;
    }

    /** File names, with the browser behind them where one was chosen. */
    public List<String> opened() {
        return List.copyOf(opened);
    }

    @Override
    public List<InstalledBrowser> browsers() {
        return List.of(FIREFOX);
    }

    @Override
    public boolean maybeSafari() {
        return safari;
    }

    /** From now on the system is one with Safari. */
    public void haveSafari() {
        safari = true;
    }

    @Override
    public boolean open(Path page, InstalledBrowser in) {
        opened.add(page.getFileName() + (in == null ? "" : " in " + in.name()));
        return taken;
    }
}
