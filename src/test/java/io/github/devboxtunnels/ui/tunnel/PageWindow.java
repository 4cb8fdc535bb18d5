package io.github.devboxtunnels.ui.tunnel;

import java.time.Duration;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.FakeClipboard;
import io.github.devboxtunnels.ui.common.Clipboards;
import io.github.devboxtunnels.ui.common.Copier;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.FxTaskRunner;
import io.github.devboxtunnels.ui.common.Layers;
import io.github.devboxtunnels.ui.common.ToastLayer;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.gateway.GatewayNotices;
import io.github.devboxtunnels.ui.theme.ThemeManager;

/** The page in a window whose other parts are left blank. Made on the UI thread. */
final class PageWindow {

    final FakeClipboard clipboard = new FakeClipboard();
    final FxTaskRunner tasks;
    final WindowTools tools;
    final DevboxPageViewModel model;
    final DevboxPageView view;
    final Layers root;
    final ThemeManager themes = new ThemeManager();

    PageWindow(PageFixture fixture, String id, double width, ThemeChoice theme) {
        tasks = new FxTaskRunner(fixture.timeline);
        Clipboards clipboards = new Clipboards(clipboard, tasks, () -> Duration.ofSeconds(30));
        ToastLayer toasts = new ToastLayer(tasks);
        DialogLayer dialogs = new DialogLayer();
        tools = new WindowTools(tasks, clipboards, new Copier(clipboards, toasts), dialogs, toasts);
        model = fixture.page(tasks);
        view = new DevboxPageView(model, tools);
        new GatewayNotices(tools).follow(fixture.gatewayModel(tasks));
        model.show(id);
        root = new Layers(new BorderPane(view, blank(0, 92), null, null, blank(width < 960 ? 300 : 360, 0)), dialogs,
                toasts);
        themes.choiceProperty().set(theme);
    }

    private static Region blank(double width, double height) {
        Region region = new Region();
        region.setMinSize(width, height);
        region.setStyle("-fx-background-color: -color-bg-subtle");
        return region;
    }
}
