package io.github.devboxtunnels.ui.ports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.WindowTools;
import org.jspecify.annotations.Nullable;

/** Head and rows of the ports table. One tab stop and its buttons; arrows go through rows and buttons. */
final class PortsTable extends VBox {

    /** Inside the frame's border of 8. */
    private static final double RADIUS = 7;
    private static final double ROW = 44;
    private static final double ROW_COMPACT = 40;
    private static final double HEAD = 32;
    private static final double HEAD_COMPACT = 28;
    private static final double GATEWAY = 22;
    private static final Duration FLASH = Duration.ofMillis(600);

    private final PortsViewModel model;
    private final WindowTools tools;
    private final PortsHead head = new PortsHead();
    private final Map<Integer, PortRowView> views = new LinkedHashMap<>();
    private @Nullable NewPortRow newRow;
    private boolean compact;
    private double standing;

    PortsTable(PortsViewModel model, WindowTools tools) {
        this.model = model;
        this.tools = tools;
        getStyleClass().add("ports-table");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(Texts.of(PortsTable.class).get("ports.table"));
        Rectangle clip = new Rectangle();
        clip.setArcWidth(2 * RADIUS);
        clip.setArcHeight(2 * RADIUS);
        layoutBoundsProperty().subscribe(bounds -> {
            clip.setWidth(bounds.getWidth());
            clip.setHeight(bounds.getHeight());
        });
        setClip(clip);
        // A filter, because the buttons consume the arrows for their own traversal.
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.rows().subscribe(this::sync);
        sync();
        model.editProperty().subscribe(edit -> edit(edit));
        model.selectedProperty().subscribe(_ -> mark());
    }

    /** Smaller rows in a low window. */
    void setCompact(boolean low) {
        compact = low;
        stand();
    }

    /** Focuses the button that copies the first address. */
    boolean focusFirstCopy() {
        return views.values().stream().filter(view -> view.row().copyable()).findFirst().map(view -> {
            model.selectedProperty().set(view.row().port());
            Focus.visibly(view.actions().copyButton());
            return true;
        }).orElse(false);
    }

    /** Focuses a row. */
    void focusRow(int number) {
        PortRowView view = views.get(number);
        if (view != null) {
            model.selectedProperty().set(view.row().port());
            Focus.visibly(view);
        }
    }

    /** Copies the address of a row, as its button does; false when no such row has one. */
    boolean copy(int number) {
        PortRowView view = views.get(number);
        if (view == null || !view.row().copyable()) {
            return false;
        }
        view.actions().fireCopy();
        return true;
    }

    /** Shows by a flash that a port is listed already. */
    void flash(int number) {
        PortRowView view = views.get(number);
        if (view != null) {
            view.setFlashed(true);
            tools.tasks().after(FLASH, () -> view.setFlashed(false));
        }
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != standing) {
            stand();
        }
        super.layoutChildren();
    }

    private void sync() {
        Map<Integer, PortRowView> before = new LinkedHashMap<>(views);
        views.clear();
        for (PortRow row : model.rows()) {
            PortRowView view = before.remove(row.port().number());
            if (view == null) {
                view = make(row);
            } else {
                view.show(row);
            }
            views.put(row.port().number(), view);
        }
        arrange();
        stand();
        mark();
    }

    private PortRowView make(PortRow row) {
        PortRowView view = new PortRowView(row, model, tools);
        view.focusWithinProperty().subscribe(within -> {
            if (within) {
                model.selectedProperty().set(view.row().port());
            }
        });
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getTarget() == view) {
                view.requestFocus();
            }
            model.selectedProperty().set(view.row().port());
        });
        view.setOnContextMenuRequested((ContextMenuEvent e) -> {
            if (e.isKeyboardTrigger()) {
                view.actions().openMenu();
            } else {
                view.actions().menu().show(view, e.getScreenX(), e.getScreenY());
            }
            e.consume();
        });
        return view;
    }

    private void arrange() {
        List<Node> children = new ArrayList<>();
        children.add(head);
        children.addAll(views.values());
        NewPortRow fresh = newRow;
        if (fresh != null) {
            children.add(fresh);
        }
        if (!getChildren().equals(children)) {
            getChildren().setAll(children);
        }
        views.values().forEach(view -> view.setLast(view == children.getLast()));
    }

    private void edit(@Nullable PortEdit edit) {
        newRow = null;
        views.values().forEach(view -> view.edit(null));
        if (edit != null) {
            PortFields fields = new PortFields(edit, model);
            ListedPort original = edit.original();
            PortRowView view = original == null ? null : views.get(original.number());
            if (view == null) {
                newRow = new NewPortRow(fields);
            } else {
                view.edit(fields);
            }
            arrange();
            stand();
            applyCss();
            layout();
            fields.begin();
        } else {
            arrange();
        }
        mark();
    }

    /** Marks the row that Tab comes to: the selected one, else the first. */
    private void mark() {
        ListedPort selected = model.selectedProperty().get();
        PortRowView current = views.values().stream().filter(view -> view.row().port().equals(selected)).findFirst()
                .or(() -> views.values().stream().findFirst()).orElse(null);
        views.values().forEach(view -> view.setCurrent(view == current, view.row().port().equals(selected)));
    }

    private void stand() {
        standing = getWidth();
        PortColumns columns = PortColumns.of(getWidth() + PortColumns.BORDERS, actionsWidth());
        head.stand(columns, compact ? HEAD_COMPACT : HEAD);
        views.values().forEach(view -> view.stand(columns, compact ? ROW_COMPACT : ROW));
        NewPortRow fresh = newRow;
        if (fresh != null) {
            fresh.stand(columns, compact ? ROW_COMPACT : ROW);
        }
    }

    private double actionsWidth() {
        boolean opens = model.rows().stream().anyMatch(row -> row.open() != null);
        boolean wakes = model.rows().stream().map(PortRow::open).anyMatch(how -> how != null && how.wakes());
        double mark = model.rows().stream().anyMatch(row -> row.gateway() != null) ? GATEWAY : 0;
        if (opens) {
            return mark + (wakes ? 184 : PortColumns.merges(getWidth() + PortColumns.BORDERS) ? 140 : 160);
        }
        return 60 + mark;
    }

    private void key(KeyEvent e) {
        PortRowView view = focused();
        if (view == null) {
            return;
        }
        boolean held = e.isControlDown() || e.isAltDown() || e.isMetaDown();
        boolean acted = (e.isShiftDown() || held) ? chord(e, held, view) : plain(e.getCode(), view);
        if (acted) {
            e.consume();
        }
    }

    /** Ctrl+Enter and Shift+C; every other key that is held down with another belongs to somebody else. */
    private static boolean chord(KeyEvent e, boolean held, PortRowView view) {
        if (e.getCode() == KeyCode.ENTER && e.isShortcutDown() && !e.isAltDown() && !e.isShiftDown()) {
            view.actions().fireCopy();
            return true;
        }
        if (e.getCode() == KeyCode.C && !held) {
            view.actions().copyCurl();
            return true;
        }
        return false;
    }

    private boolean plain(KeyCode key, PortRowView view) {
        switch (key) {
            case UP -> step(view, -1);
            case DOWN -> step(view, 1);
            case LEFT -> sideways(view, -1);
            case RIGHT -> sideways(view, 1);
            case F2 -> model.edit(view.row(), PortEdit.Cells.NAME);
            case DELETE -> model.remove(view.row());
            case C -> view.actions().fireCopy();
            case ENTER -> {
                if (!view.isFocused()) {
                    return false;
                }
                view.actions().fireMain();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable PortRowView focused() {
        return model.editProperty().get() != null
                ? null
                : views.values().stream().filter(Node::isFocusWithin).findFirst().orElse(null);
    }

    private void step(PortRowView from, int by) {
        List<PortRowView> all = List.copyOf(views.values());
        int to = all.indexOf(from) + by;
        if (to < 0 || to >= all.size()) {
            return;
        }
        int column = column(from);
        PortRowView next = all.get(to);
        model.selectedProperty().set(next.row().port());
        List<Button> buttons = next.buttons();
        Focus.visibly(column == 0 ? next : buttons.get(Math.min(column, buttons.size()) - 1));
    }

    private static void sideways(PortRowView view, int by) {
        int to = column(view) + by;
        if (to >= 0 && to <= view.buttons().size()) {
            Focus.visibly(to == 0 ? view : view.buttons().get(to - 1));
        }
    }

    /** 0 is the row itself, then its buttons. */
    private static int column(PortRowView view) {
        List<Button> buttons = view.buttons();
        for (int i = 0; i < buttons.size(); i++) {
            if (buttons.get(i).isFocused()) {
                return i + 1;
            }
        }
        return 0;
    }
}
