package io.github.devboxtunnels.ui.devboxes;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.MenuRow;
import io.github.devboxtunnels.ui.controls.Menus;
import org.kordamp.ikonli.feather.Feather;

/** The menu of a row. */
final class DevboxMenu {

    private static final Texts TEXTS = Texts.of(DevboxMenu.class);

    private DevboxMenu() {
    }

    static ContextMenu of(DevboxRow row, DevboxListViewModel model, DevboxActions actions) {
        Devbox devbox = row.devbox();
        List<MenuItem> items = new ArrayList<>();
        items.add(new MenuRow(Feather.COPY, TEXTS.get("devboxes.menu.copy-id"), null, () -> actions.copyId(devbox)));
        if (actions.hasPlatform()) {
            items.add(new MenuRow(Feather.EXTERNAL_LINK, TEXTS.get("devboxes.menu.open"), null,
                    () -> actions.openInRunloop(devbox)));
        }
        items.add(new MenuRow(Feather.BOOKMARK, TEXTS.get(row.pinned() ? "devboxes.menu.unpin" : "devboxes.menu.pin"),
                null, () -> model.togglePin(devbox.id())));
        if (model.awakeProperty().get().contains(devbox.id())) {
            items.add(new SeparatorMenuItem());
            items.add(new MenuRow(Feather.X, TEXTS.get("devboxes.menu.stop-gateways"), null,
                    () -> actions.stopGateways(devbox)));
        }
        DevboxStatus status = devbox.status();
        if (status.running() || status.suspended()) {
            MenuRow change = status.running()
                    ? new MenuRow(Feather.PAUSE, TEXTS.get("devboxes.menu.suspend"), null,
                            () -> actions.suspend(devbox))
                    : new MenuRow(Feather.PLAY, TEXTS.get("devboxes.menu.resume"), null, () -> actions.resume(devbox));
            String reason = actions.unavailable();
            items.add(new SeparatorMenuItem());
            items.add(reason == null ? change : change.unavailable(reason));
        }
        return Menus.of(items.toArray(MenuItem[]::new));
    }
}
