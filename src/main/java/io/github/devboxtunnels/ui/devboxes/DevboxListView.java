package io.github.devboxtunnels.ui.devboxes;

import java.time.Duration;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Menus;
import org.jspecify.annotations.Nullable;

/** The list of devboxes with what stands in its place, and the row of the ended ones below. */
public final class DevboxListView extends VBox {

    /** How long after the last key the order is held. */
    private static final Duration NAVIGATING = Duration.ofSeconds(10);
    private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final DevboxListViewModel model;
    private final DevboxActions actions;
    private final TaskRunner tasks;
    private final ListView<DevboxRow> list;
    private final TypeAhead typeAhead;
    private boolean following;
    private TaskRunner.@Nullable Handle navigating;
    private @Nullable ContextMenu menu;

    /** Shows a list; the last function reads anew. */
    public DevboxListView(DevboxListViewModel model, DevboxActions actions, TaskRunner tasks, Runnable refresh) {
        this.model = model;
        this.actions = actions;
        this.tasks = tasks;
        // Before the list view hears: it moves its selection off a row that goes, and that is nobody's choice.
        model.rows().addListener((ListChangeListener<DevboxRow>) change -> following = true);
        this.list = new ListView<>(model.rows());
        this.typeAhead = new TypeAhead(tasks);
        getStyleClass().add("devbox-list");
        setMinWidth(0);
        list.setFixedCellSize(DevboxCell.HEIGHT);
        list.setCellFactory(view -> new DevboxCell(model.nowProperty(), model.awakeProperty()));
        list.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        list.setAccessibleText(Texts.of(DevboxListView.class).get("devboxes.list"));
        list.setId("devboxes");
        StackPane area = new StackPane(list, new ListPlaceholder(model, refresh));
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(area, new EndedRow(model));
        follow();
        list.skinProperty().subscribe(this::watchScrollBar);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuAsked);
        list.hoverProperty().subscribe(this::hold);
        list.focusedProperty().subscribe(this::hold);
    }

    /** Moves the keyboard to the list. */
    public void focusList() {
        if (list.getSelectionModel().isEmpty() && list.getFocusModel().getFocusedIndex() < 0) {
            list.getFocusModel().focus(0);
        }
        Focus.visibly(list);
    }

    /** Whether the keyboard is in the list. */
    public boolean hasFocusInside() {
        return list.isFocused();
    }

    /** Opens the menu of the selected row. */
    public void openMenu() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            list.scrollTo(index);
            list.layout();
            Node cell = cell(index);
            Menus.show(another(model.rows().get(index)), cell == null ? list : cell, Side.BOTTOM);
        }
    }

    /** A visible scroll bar takes the place of the rows' right margin. */
    private void watchScrollBar() {
        for (Node node : list.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.visibleProperty().subscribe(shown -> list.pseudoClassStateChanged(SCROLLS, shown));
                bar.valueProperty().addListener((property, was, is) -> readOn());
            }
        }
    }

    private void follow() {
        model.stateProperty().subscribe(state -> {
            list.pseudoClassStateChanged(STALE, state instanceof ListState.Rows(boolean stale) && stale);
        });
        list.getSelectionModel().selectedIndexProperty().addListener((property, was, is) -> {
            if (!following) {
                chosen(is.intValue());
            }
        });
        model.selectedProperty().subscribe(id -> show());
        // Runs after the list view's own listener, which by then has made what it can of its selection.
        model.rows().addListener((ListChangeListener<DevboxRow>) change -> show());
        model.rows().addListener(new ScrollKeeper(list));
        model.rows().addListener((ListChangeListener<DevboxRow>) change -> readOn());
    }

    private void chosen(int index) {
        if (index < 0) {
            show();
        } else {
            model.select(model.rows().get(index).id());
        }
    }

    /** Selects and focuses the row of the selected devbox, wherever it is now. */
    private void show() {
        following = true;
        try {
            int index = model.indexOfSelected();
            if (index < 0) {
                list.getSelectionModel().clearSelection();
            } else if (index != list.getSelectionModel().getSelectedIndex()
                    || list.getSelectionModel().getSelectedItem() != model.rows().get(index)) {
                list.getSelectionModel().clearAndSelect(index);
            }
        } finally {
            following = false;
        }
    }

    /** Reads the next page of ended devboxes once the last row is in sight. */
    private void readOn() {
        EndedFooter ended = model.endedProperty().get();
        if (ended.open() && ended.more() && ended.problem() == null) {
            tasks.post(() -> {
                if (cell(model.rows().size() - 1) != null) {
                    model.loadMoreEnded();
                }
            });
        }
    }

    private @Nullable Node cell(int index) {
        for (Node node : list.lookupAll(".devbox-cell")) {
            if (node instanceof ListCell<?> cell && cell.getIndex() == index && cell.isVisible() && !cell.isEmpty()) {
                Bounds place = list.sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
                return place.getMinY() < list.getHeight() ? cell : null;
            }
        }
        return null;
    }

    private void pressed(KeyEvent e) {
        navigated();
        if ((e.getCode() == KeyCode.RIGHT || e.getCode() == KeyCode.ENTER) && !e.isAltDown()
                && !e.isShortcutDown() && model.selectedProperty().get() != null) {
            actions.goToPage();
            e.consume();
        } else if (e.getCode() == KeyCode.SPACE && typeAhead.active()) {
            e.consume();
        }
    }

    private void typed(KeyEvent e) {
        String typed = e.getCharacter();
        boolean letter = !typed.isEmpty() && typed.charAt(0) > ' ' && typed.charAt(0) != 0x7f;
        if (e.isShortcutDown() || e.isAltDown() || !(letter || (typed.equals(" ") && typeAhead.active()))) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        int found = typeAhead.type(typed, model, at);
        if (found >= 0) {
            list.getSelectionModel().clearAndSelect(found);
            list.scrollTo(found);
        }
        e.consume();
    }

    private void menuAsked(ContextMenuEvent e) {
        e.consume();
        if (e.isKeyboardTrigger()) {
            openMenu();
            return;
        }
        Node node = e.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof DevboxCell)) {
            node = node.getParent();
        }
        if (node instanceof DevboxCell cell && cell.getItem() != null) {
            another(cell.getItem()).show(cell, e.getScreenX(), e.getScreenY());
        }
    }

    private ContextMenu another(DevboxRow row) {
        ContextMenu older = menu;
        if (older != null) {
            older.hide();
        }
        ContextMenu made = DevboxMenu.of(row, model, actions);
        menu = made;
        return made;
    }

    private void navigated() {
        TaskRunner.Handle older = navigating;
        if (older != null) {
            older.cancel();
        }
        navigating = tasks.after(NAVIGATING, () -> {
            navigating = null;
            hold();
        });
        hold();
    }

    private void hold() {
        model.setHeld(list.isHover() || (list.isFocused() && navigating != null));
    }
}
