package io.github.devboxtunnels.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

import io.github.devboxtunnels.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * All commands as menus. On macOS they are the system's menu bar; elsewhere the bar is hidden until Alt or F10 asks for
 * it, and goes when its menus close.
 */
final class CommandMenuBar extends MenuBar {

    private final TaskRunner tasks;
    private final boolean ofSystem;
    private Commands commands = new Commands();
    private @Nullable Node cameFrom;

    CommandMenuBar(TaskRunner tasks, boolean ofSystem) {
        this.tasks = tasks;
        this.ofSystem = ofSystem;
        setUseSystemMenuBar(ofSystem);
        managedProperty().bind(visibleProperty());
        setVisible(ofSystem);
        getMenus().addListener((ListChangeListener<Menu>) change -> watch());
    }

    /** Shows what these commands offer. */
    void show(Commands offered) {
        commands = offered;
        getMenus().clear();
        for (Command.Group group : Command.Group.values()) {
            Menu menu = new Menu("_" + group.title());
            for (Command command : Command.of(group)) {
                if (offered.has(command)) {
                    menu.getItems().add(item(command));
                }
            }
            menu.addEventHandler(Menu.ON_SHOWING, this::refresh);
            if (!menu.getItems().isEmpty()) {
                getMenus().add(menu);
            }
        }
    }

    /** Shows the bar with its first menu open, or hides it. */
    void toggle() {
        if (isVisible()) {
            getMenus().forEach(Menu::hide);
            setVisible(false);
            return;
        }
        cameFrom = getScene().getFocusOwner();
        setVisible(true);
        getScene().getRoot().applyCss();
        getScene().getRoot().layout();
        getMenus().getFirst().show();
    }

    private MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.label());
        item.setMnemonicParsing(false);
        item.setUserData(command);
        if (!command.keys().isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(command.keys().getFirst()));
        }
        item.setOnAction(e -> commands.run(command));
        return item;
    }

    private void refresh(Event e) {
        if (e.getSource() instanceof Menu menu) {
            for (MenuItem item : menu.getItems()) {
                if (item.getUserData() instanceof Command command) {
                    String reason = commands.unavailable(command);
                    item.setDisable(reason != null);
                    item.setText(reason == null ? command.label() : command.label() + " (" + reason + ")");
                }
            }
        }
    }

    private void watch() {
        if (!ofSystem) {
            getMenus().forEach(menu -> menu.showingProperty().addListener((property, was, is) -> {
                if (!is) {
                    tasks.post(this::hideWhenDone);
                }
            }));
        }
    }

    private void hideWhenDone() {
        if (isVisible() && getMenus().stream().noneMatch(Menu::isShowing)) {
            setVisible(false);
            Node before = cameFrom;
            cameFrom = null;
            Node owner = getScene() == null ? null : getScene().getFocusOwner();
            if (before != null && before.getScene() != null && (owner == null || isAncestor(owner))) {
                before.requestFocus();
            }
        }
    }

    private boolean isAncestor(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }
}
