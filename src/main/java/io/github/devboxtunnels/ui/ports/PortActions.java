package io.github.devboxtunnels.ui.ports;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.Toast;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.CopyButton;
import io.github.devboxtunnels.ui.controls.IconButton;
import io.github.devboxtunnels.ui.controls.Icons;
import io.github.devboxtunnels.ui.controls.MenuRow;
import io.github.devboxtunnels.ui.controls.Menus;
import io.github.devboxtunnels.ui.controls.Tip;
import io.github.devboxtunnels.ui.controls.Unavailable;
import org.kordamp.ikonli.feather.Feather;

/** The buttons at the end of a row: Open, copy, more. */
final class PortActions extends HBox {

    private final Texts texts = Texts.of(PortActions.class);
    private final PortsViewModel model;
    private final WindowTools tools;
    private final Button open;
    private final CopyButton copy;
    private final IconButton more;
    private final Label gateway = new Label();
    private PortRow row;

    PortActions(PortRow row, PortsViewModel model, WindowTools tools) {
        this.row = row;
        this.model = model;
        this.tools = tools;
        getStyleClass().add("port-actions");
        setAlignment(Pos.CENTER_RIGHT);
        open = Buttons.of(texts.get("ports.open"), Feather.EXTERNAL_LINK, Buttons.SMALL);
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> model.open(this.row));
        copy = new CopyButton(texts.get("ports.copy"), texts.get("ports.copied"), this::copyAddress, tools.tasks());
        copy.setShortcut("C");
        more = new IconButton(Feather.MORE_HORIZONTAL, "");
        more.setOnAction(_ -> openMenu());
        gateway.getStyleClass().add("port-gateway");
        gateway.setGraphic(Icons.of(Feather.ACTIVITY, 14));
        gateway.setMinWidth(USE_PREF_SIZE);
        show(row);
    }

    /** Shows the actions of a row. */
    void show(PortRow next) {
        row = next;
        ListedPort port = next.port();
        PortRow.Open how = next.open();
        List<Node> shown = new ArrayList<>();
        PortRow.Gateway runs = next.gateway();
        if (runs != null) {
            String words = texts.get("ports.gateway.runs", runs.address());
            gateway.setAccessibleText(words);
            gateway.setTooltip(new Tip(words));
            shown.add(gateway);
        }
        if (how != null) {
            open.setText(texts.get(how.wakes() ? "ports.open.wake" : "ports.open"));
            String name = texts.get(how.wakes() ? "ports.open.wake.name" : "ports.open.name", port.label());
            open.setAccessibleText(name);
            // First, for it gives back the tooltip of before.
            Unavailable.set(open, how.unavailable());
            if (how.unavailable() == null) {
                open.setTooltip(new Tip(name));
            }
            shown.add(open);
        }
        if (next.copyable()) {
            shown.add(copy);
        }
        more.setName(texts.get("ports.more", port.label()));
        shown.add(more);
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }

    /** The buttons there are, from left to right. */
    List<Button> buttons() {
        return getChildren().stream().filter(Button.class::isInstance).map(Button.class::cast).toList();
    }

    /** The button that copies the address. */
    CopyButton copyButton() {
        return copy;
    }

    /** Copies the address, as a press of its button does. */
    void fireCopy() {
        if (row.copyable()) {
            copy.copy();
        }
    }

    /** Opens the address where a browser gets in, else copies it. */
    void fireMain() {
        if (row.open() != null) {
            open.fire();
        } else {
            fireCopy();
        }
    }

    /** Copies a curl command. */
    void copyCurl() {
        Secret curl = model.curl(row);
        if (curl != null && tools.copier().copy(curl.reveal())) {
            tools.toasts().show(Toast.of(Feather.CHECK, texts.get("ports.menu.curl-copied")));
        }
    }

    /** Opens the menu of the row under its button. */
    void openMenu() {
        Menus.show(menu(), more, Side.BOTTOM);
    }

    /** The menu of the row. */
    ContextMenu menu() {
        MenuRow curl = new MenuRow(Feather.TERMINAL, texts.get("ports.menu.curl"), "Shift+C", this::copyCurl);
        String reason = row.whyNot();
        if (reason != null) {
            curl.unavailable(reason);
        } else if (model.curl(row) == null) {
            curl.unavailable(texts.get("ports.menu.no-token"));
        }
        List<MenuItem> items = new ArrayList<>();
        PortRow.Open how = row.open();
        if (how != null && how.gateway()) {
            items.addAll(new GatewayMenu(row, model).items());
        }
        items.addAll(List.of(curl, new SeparatorMenuItem(),
                new MenuRow(Feather.EDIT_2, texts.get("ports.menu.rename"), "F2",
                        () -> model.edit(row, PortEdit.Cells.NAME)),
                new MenuRow(Feather.SLIDERS, texts.get("ports.menu.edit"), null,
                        () -> model.edit(row, PortEdit.Cells.PORT_AND_PATH)),
                new MenuRow(Feather.X, texts.get("ports.menu.remove"), "Delete", () -> model.remove(row))));
        if (row.address() instanceof PortAddress.Known known && known.caution() != null) {
            items.add(new SeparatorMenuItem());
            items.add(Menus.sentence(known.caution()));
        }
        return Menus.of(items.toArray(MenuItem[]::new));
    }

    private boolean copyAddress() {
        boolean copied = row.address() instanceof PortAddress.Known known
                && tools.copier().copy(known.uri().toString());
        if (copied) {
            model.copied(row);
        }
        return copied;
    }
}
