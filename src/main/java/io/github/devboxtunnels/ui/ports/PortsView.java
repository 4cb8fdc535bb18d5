package io.github.devboxtunnels.ui.ports;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.ui.common.Announcer;
import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.Toast;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.Tip;
import org.kordamp.ikonli.feather.Feather;

/** The ports section of the devbox page: heading, table or suggestions, where they are remembered from. */
public final class PortsView extends VBox {

    private final Texts texts = Texts.of(PortsView.class);
    private final PortsViewModel model;
    private final WindowTools tools;
    private final PortsTable table;
    private final Button add;
    private Runnable onShowRequests = () -> {
    };

    /** Shows the ports of the model. */
    public PortsView(PortsViewModel model, WindowTools tools) {
        this.model = model;
        this.tools = tools;
        getStyleClass().add("ports");
        add = Buttons.of(texts.get("ports.add"), Feather.PLUS, Buttons.SMALL);
        add.setTooltip(new Tip(texts.get("ports.add") + "  P"));
        add.setOnAction(_ -> model.add());
        table = new PortsTable(model, tools);
        Region suggestions = suggestions();
        Label remembered = new Label();
        remembered.getStyleClass().addAll("small", "subtle");
        remembered.textProperty().bind(model.rememberedProperty());
        show(remembered, model.rememberedProperty().isNotEmpty());
        var empty = Bindings.isEmpty(model.rows()).and(model.editProperty().isNull());
        StackPane frame = new StackPane(table);
        frame.getStyleClass().add("ports-frame");
        show(frame, empty.not());
        show(suggestions, empty);
        getChildren().addAll(heading(), suggestions, frame, remembered);
        model.setOnEvent(this::heard);
    }

    /** Smaller rows in a low window. */
    public void setCompact(boolean low) {
        table.setCompact(low);
    }

    /** Focuses what copies the first address, or what adds a port where none is listed. */
    public void focusFirstAddress() {
        if (!table.focusFirstCopy()) {
            Focus.visibly(add);
        }
    }

    /** What shows the requests through the gateways. */
    public void setOnShowRequests(Runnable shows) {
        onShowRequests = shows;
    }

    /** Begins a new row. */
    public void addPort() {
        model.add();
    }

    /** Copies the address of the chosen port, or of the first one, as the button of its row does. */
    public void copyChosen() {
        ListedPort port = model.chosen().port();
        if (port != null) {
            table.copy(port.number());
        }
    }

    private HBox heading() {
        Label title = new Label(texts.get("ports.title"));
        title.getStyleClass().add("section");
        Label count = new Label();
        count.getStyleClass().add("subtle");
        count.textProperty().bind(Bindings.createStringBinding(
                () -> model.rows().isEmpty() ? "" : Integer.toString(model.rows().size()), model.rows()));
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        HBox row = new HBox(title, count, grow, add);
        row.getStyleClass().add("ports-heading");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Region suggestions() {
        Label words = new Label(texts.get("ports.empty"));
        words.getStyleClass().add("muted");
        FlowPane row = new FlowPane(words);
        row.getStyleClass().addAll("card", "ports-empty");
        row.setAlignment(Pos.CENTER_LEFT);
        for (ListedPort port : model.suggestions()) {
            String number = Integer.toString(port.number());
            Label mono = new Label(number);
            mono.getStyleClass().addAll("mono", "muted");
            Button chip = new Button(port.name(), mono);
            chip.getStyleClass().add("port-chip");
            chip.setAccessibleText(texts.get("ports.suggestion", port.name(), number));
            chip.setOnAction(_ -> model.add(port));
            row.getChildren().add(chip);
        }
        return row;
    }

    private void heard(PortsEvent event) {
        switch (event) {
            case PortsEvent.Removed(String text, RemovedPort what) -> {
                tools.toasts().show(Toast.of(Feather.TRASH_2, text).withUndo(() -> model.undo(what)));
                if (model.rows().isEmpty()) {
                    Focus.visibly(add);
                }
            }
            case PortsEvent.NotOpened(String devboxId, PortRow row) -> tools.toasts().show(Toast
                    .of(Feather.ALERT_CIRCLE, texts.get("ports.no-browser"))
                    .withAction(texts.get("ports.copy"), () -> copy(devboxId, row)).staying(Toast.LONG));
            case PortsEvent.NeedsHeader(String devboxId, PortRow row) -> tools.toasts().show(Toast
                    .of(Feather.INFO, texts.get("ports.needs-header"))
                    .withAction(texts.get("ports.open"), () -> model.open(devboxId, row)).staying(Toast.LONG));
            case PortsEvent.Said(String text) -> tools.toasts().show(Toast.of(Feather.CHECK, text));
            case PortsEvent.ShowRequests _ -> onShowRequests.run();
            case PortsEvent.Flash(int number) -> {
                table.flash(number);
                Announcer.announce(this, texts.get("ports.edit.duplicate", Integer.toString(number)));
            }
            case PortsEvent.Focus(int number) -> table.focusRow(number);
            case PortsEvent.FocusAdd _ -> Focus.visibly(add);
        }
    }

    /** Where its row is not to be seen any more, a toast says what its button would. */
    private void copy(String devboxId, PortRow row) {
        boolean byButton = model.shows(devboxId) && table.copy(row.port().number());
        if (!byButton && row.address() instanceof PortAddress.Known known
                && tools.copier().copy(known.uri().toString())) {
            tools.toasts().show(Toast.of(Feather.CHECK, texts.get("ports.copied")));
        }
    }

    private static void show(Region node, ObservableValue<Boolean> when) {
        node.managedProperty().bind(when);
        node.visibleProperty().bind(when);
    }
}
