package io.github.devboxtunnels.ui.ports;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import io.github.devboxtunnels.platform.InstalledBrowser;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Icons;
import io.github.devboxtunnels.ui.controls.MenuRow;
import io.github.devboxtunnels.ui.controls.Menus;
import org.kordamp.ikonli.feather.Feather;

/** What the menu of an authenticated port says about its gateway. */
final class GatewayMenu {

    private final Texts texts = Texts.of(GatewayMenu.class);
    private final PortRow row;
    private final PortsViewModel model;

    GatewayMenu(PortRow row, PortsViewModel model) {
        this.row = row;
        this.model = model;
    }

    /** Its lines, with a separator at the end. */
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(openWith());
        items.add(copy());
        PortRow.Gateway runs = row.gateway();
        if (runs != null) {
            items.add(new MenuRow(Feather.ACTIVITY, texts.get("ports.menu.requests"), null, model::showRequests));
            items.add(new MenuRow(Feather.TRASH_2, texts.get("ports.menu.forget"), null,
                    () -> model.gateways().forgetData(row)));
            items.add(new MenuRow(Feather.X, texts.get("ports.menu.stop"), null, () -> model.gateways().stop(row)));
        }
        items.add(new SeparatorMenuItem());
        boolean everyone = runs != null && runs.localPrograms();
        items.add(new MenuRow(everyone ? Feather.CHECK_SQUARE : Feather.SQUARE,
                texts.get(everyone ? "ports.menu.local-on" : "ports.menu.local-off"), null,
                () -> model.gateways().toggleLocalPrograms(row)));
        items.add(Menus.sentence(texts.get("ports.menu.local-means")));
        items.add(new SeparatorMenuItem());
        return items;
    }

    private Menu openWith() {
        Menu menu = new Menu(texts.get("ports.menu.open-with"), Icons.of(Feather.EXTERNAL_LINK));
        PortRow.Open how = row.open();
        String reason = how == null ? null : how.unavailable();
        MenuRow usual = new MenuRow(Feather.GLOBE, texts.get("ports.menu.default-browser"), null,
                () -> model.gateways().open(row, null));
        menu.getItems().add(reason == null ? usual : usual.unavailable(reason));
        if (model.gateways().maybeSafari()) {
            menu.getItems().add(Menus.sentence(texts.get("ports.menu.safari")));
        }
        for (InstalledBrowser browser : model.gateways().browsers()) {
            MenuRow line = new MenuRow(Feather.GLOBE, browser.name(), null, () -> model.gateways().open(row, browser));
            line.setDisable(reason != null);
            menu.getItems().add(line);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), copy());
        return menu;
    }

    private MenuRow copy() {
        return new MenuRow(Feather.COPY, texts.get("ports.menu.copy-gateway"), null,
                () -> model.gateways().copyAddress(row));
    }
}
