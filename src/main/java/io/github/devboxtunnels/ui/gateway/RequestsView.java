package io.github.devboxtunnels.ui.gateway;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Announcer;
import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.Toast;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.MenuRow;
import io.github.devboxtunnels.ui.controls.Menus;
import io.github.devboxtunnels.ui.controls.Unavailable;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The requests through the gateways of a devbox, the newest last; it follows them while it is scrolled to the end. */
public final class RequestsView extends VBox {

    private static final int MOST_ROWS = 9;
    private static final double MARGIN = 2;

    private final Texts texts = Texts.of(RequestsView.class);
    private final DevboxGatewaysViewModel model;
    private final WindowTools tools;
    private final ListView<RequestRow> list;
    private final Button fresh = Buttons.of("", Feather.ARROW_DOWN, Buttons.SMALL);
    private final Button curl;
    private @Nullable ScrollBar bar;
    private int unseen;

    /** Shows those of the model; takes no room while no gateway runs. */
    public RequestsView(DevboxGatewaysViewModel model, WindowTools tools) {
        this.model = model;
        this.tools = tools;
        getStyleClass().add("requests");
        list = new ListView<>(model.requests());
        list.getStyleClass().add("requests-list");
        list.setId("requests");
        list.setAccessibleText(texts.get("gateway.requests"));
        list.setFixedCellSize(RequestCell.HEIGHT);
        list.setCellFactory(_ -> new RequestCell(model.severalProperty()));
        list.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> RequestCell.HEIGHT * Math.clamp(model.requests().size(), 1, MOST_ROWS) + MARGIN,
                model.requests()));
        list.setMinHeight(Region.USE_PREF_SIZE);
        Label none = new Label(texts.get("gateway.requests.none"));
        none.getStyleClass().addAll("small", "muted");
        list.setPlaceholder(none);
        curl = Buttons.of(texts.get("gateway.requests.curl"), Feather.TERMINAL, Buttons.SMALL);
        curl.setOnAction(_ -> copyCurl());
        fresh.setVisible(false);
        fresh.setOnAction(_ -> toEnd());
        getChildren().addAll(heading(), new RequestsHead(model.severalProperty()), list);
        visibleProperty().bind(Bindings.isNotEmpty(model.lines()));
        managedProperty().bind(visibleProperty());
        list.getSelectionModel().selectedItemProperty()
                .subscribe(row -> Unavailable.set(curl, model.whyNoCurl(row)));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        list.skinProperty().subscribe(_ -> watchScrollBar());
        model.requests().addListener((ListChangeListener<RequestRow>) this::followed);
    }

    /** Moves the keyboard to the last request. */
    public void focusLast() {
        if (isVisible()) {
            toEnd();
            list.getSelectionModel().selectLast();
            Focus.visibly(list);
        }
    }

    private HBox heading() {
        Label title = new Label(texts.get("gateway.requests"));
        title.getStyleClass().add("section");
        Label count = new Label();
        count.getStyleClass().add("subtle");
        count.textProperty().bind(Bindings.size(model.requests()).map(size -> GatewayWords.number(size.intValue())));
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        HBox row = new HBox(title, count, grow, fresh, curl);
        row.getStyleClass().add("ports-heading");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown() && !e.isAltDown()) {
            copyCurl();
            e.consume();
        }
    }

    private void menu(ContextMenuEvent e) {
        RequestRow row = list.getSelectionModel().getSelectedItem();
        MenuRow copy = new MenuRow(Feather.TERMINAL, texts.get("gateway.requests.curl"), "Enter", this::copyCurl);
        String reason = model.whyNoCurl(row);
        if (reason != null) {
            copy.unavailable(reason);
        }
        ContextMenu menu = Menus.of(copy);
        if (e.isKeyboardTrigger()) {
            Menus.show(menu, list.lookupAll(".list-cell").stream().filter(this::chosen).findFirst().orElse(list),
                    Side.BOTTOM);
        } else {
            menu.show(list, e.getScreenX(), e.getScreenY());
        }
        e.consume();
    }

    private boolean chosen(Node node) {
        return node instanceof ListCell<?> cell && cell.isSelected() && cell.isVisible();
    }

    private void copyCurl() {
        RequestRow row = list.getSelectionModel().getSelectedItem();
        String reason = model.whyNoCurl(row);
        if (reason != null) {
            Announcer.announce(this, reason);
            return;
        }
        model.curl(row, command -> {
            if (command == null) {
                tools.toasts().show(Toast.of(Feather.ALERT_CIRCLE, texts.get("gateway.requests.gone")));
            } else if (tools.copier().copy(command.reveal())) {
                tools.toasts().show(Toast.of(Feather.CHECK, texts.get("gateway.requests.curl-copied")));
            }
        });
    }

    private void followed(ListChangeListener.Change<? extends RequestRow> change) {
        boolean atEnd = atEnd();
        int added = 0;
        while (change.next()) {
            if (change.wasAdded() && !change.wasReplaced()) {
                added += change.getAddedSize();
            }
        }
        if (atEnd) {
            tools.tasks().post(this::toEnd);
        } else if (added > 0) {
            unseen += added;
            fresh.setText(texts.get("gateway.requests.new", GatewayWords.number(unseen)));
            fresh.setVisible(true);
        }
    }

    private void watchScrollBar() {
        for (Node node : list.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar found && found.getOrientation() == Orientation.VERTICAL) {
                bar = found;
                found.valueProperty().subscribe(_ -> {
                    if (atEnd()) {
                        seen();
                    }
                });
            }
        }
    }

    private boolean atEnd() {
        ScrollBar scroll = bar;
        return scroll == null || !scroll.isVisible() || scroll.getValue() >= scroll.getMax() - 0.001;
    }

    private void toEnd() {
        // Where all rows fit there is nothing to scroll, and the list is about to grow.
        if (model.requests().size() > MOST_ROWS) {
            list.scrollTo(model.requests().size() - 1);
        }
        seen();
    }

    private void seen() {
        unseen = 0;
        fresh.setVisible(false);
    }
}
