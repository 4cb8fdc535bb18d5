package io.github.devboxtunnels.app;

import java.nio.file.Path;
import java.util.List;

import io.github.devboxtunnels.platform.BrowserOpener;
import io.github.devboxtunnels.platform.InstalledBrowser;
import io.github.devboxtunnels.platform.InstalledBrowsers;
import io.github.devboxtunnels.ui.common.PageOpener;
import org.jspecify.annotations.Nullable;

/** Opens pages in the browsers of this system. */
record BrowserPages(BrowserOpener opener, InstalledBrowsers installed) implements PageOpener {

    @Override
    public List<InstalledBrowser> browsers() {
        return installed.find();
    }

    @Override
    public boolean maybeSafari() {
        return installed.safari();
    }

    @Override
    public boolean open(Path page, @Nullable InstalledBrowser in) throws InterruptedException {
        return opener.open(page, in);
    }
}
