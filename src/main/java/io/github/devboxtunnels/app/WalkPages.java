package io.github.devboxtunnels.app;

import java.nio.file.Path;
import java.util.List;

import io.github.devboxtunnels.platform.InstalledBrowser;
import io.github.devboxtunnels.ui.common.PageOpener;
import org.jspecify.annotations.Nullable;

/** For the walk: every page is taken and none is opened. */
final class WalkPages implements PageOpener {

    @Override
    public List<InstalledBrowser> browsers() {
        return List.of();
    }

    @Override
    public boolean open(Path page, @Nullable InstalledBrowser in) {
        return true;
    }
}
