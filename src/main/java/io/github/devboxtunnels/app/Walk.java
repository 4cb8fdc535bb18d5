package io.github.devboxtunnels.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.devboxes.DevboxListViewModel;
import io.github.devboxtunnels.ui.devboxes.DevboxRow;
import io.github.devboxtunnels.ui.shell.Command;
import org.jspecify.annotations.Nullable;

/**
 * A walk through every view on the sandbox. What it meets is in the class cache of the packages, so a view that is added
 * joins it here; {@code WalkTest} names the ones that are missing.
 */
final class Walk {

    private static final Duration LOOK = Duration.ofMillis(20);
    /** In looks: a step that cannot be taken for so long ends the walk. */
    private static final int PATIENCE = 500;

    private final Desktop desktop;
    private final TaskRunner tasks;
    private final Hands hands;
    private final Runnable look;
    private final Consumer<@Nullable String> end;
    private final Deque<WalkStep> steps = new ArrayDeque<>();
    private int looks;

    /**
     * Plans it.
     *
     * @param look called after each step, when its frame can be seen
     * @param end hears how it ended: the name of the step that could not be taken, or null
     */
    Walk(Desktop desktop, Stage stage, TaskRunner tasks, Runnable look, Consumer<@Nullable String> end) {
        this.desktop = desktop;
        this.tasks = tasks;
        this.hands = new Hands(stage.getScene());
        this.look = look;
        this.end = end;
        connect();
        list();
        page();
        leave();
    }

    /** Goes. */
    void begin() {
        tasks.after(LOOK, this::go);
    }

    private void connect() {
        step("advanced", () -> hands.press(".disclosure"));
        step("a key", () -> {
            hands.write("#base-url", "http://127.0.0.1:9");
            hands.write("#api-key", "ak_of_nobody");
        });
        step("connect to nothing", () -> hands.press("#connect"));
        step("why not", () -> hands.sees(".strip"), () -> hands.write("#api-key", ""));
        step("sandbox", () -> hands.press("#try-sandbox"));
        step("rows", () -> !rows().isEmpty(), () -> {
        });
    }

    private void list() {
        for (Command command : Command.values()) {
            if (command.group() == Command.Group.VIEW) {
                run(command);
            }
        }
        run(Command.FIND);
        step("no match", () -> devboxes().queryProperty().set("nothing is called this"));
        run(Command.CLEAR_SEARCH);
        run(Command.SHOW_ALL);
        step("menu bar", () -> hands.key(KeyCode.F10));
        step("menus closed", hands::closeMenus);
        step("settings", () -> hands.press("#settings"));
        step("settings closed", hands::closeMenus);
        step("dark", () -> desktop.preferences().themeProperty().set(ThemeChoice.DARK));
        step("light", () -> desktop.preferences().themeProperty().set(ThemeChoice.LIGHT));
        for (int i = 0; i < 6; i++) {
            int row = i;
            step("devbox " + i, () -> {
                if (row < rows().size()) {
                    devboxes().select(rows().get(row).id());
                }
            });
        }
    }

    private void page() {
        step("one without tunnel", () -> selectWhere(devbox -> devbox.tunnel() == null && devbox.status().running()));
        run(Command.PIN);
        run(Command.COPY_ID);
        run(Command.ENABLE_TUNNEL);
        step("dialog", () -> hands.sees(".toggle-switch"), () -> hands.press(".toggle-switch"));
        step("curl", () -> hands.press(".quiet-action"));
        step("enable", () -> hands.key(KeyCode.ENTER));
        step("tunnel", () -> hands.sees(".tunnel-card"), () -> hands.press(".port-chip"));
        run(Command.ADD_PORT);
        step("new port", () -> hands.sees(".port-row"), () -> hands.key(KeyCode.ESCAPE));
        run(Command.COPY_ADDRESS);
        run(Command.COPY_TOKEN);
        step("reveal", () -> hands.press(".secret-field .icon-button"));
        step("hide", () -> hands.press(".secret-field .icon-button"));
        step("forms of the token", () -> hands.press(".chevron-part"));
        step("forms closed", hands::closeMenus);
        gateway();
        run(Command.RESET_IDLE_TIMER);
        run(Command.REMOVE_TUNNEL);
        step("remove", () -> hands.sees(".dialog-footer"), () -> hands.press(".dialog-footer .danger"));
        step("removed", () -> hands.sees(".no-tunnel"), () -> {
        });
        run(Command.SUSPEND);
    }

    private void gateway() {
        run(Command.OPEN_PORT);
        step("a browser asks", () -> hands.sees(".dialog-footer"), () -> hands.key(KeyCode.ENTER));
        step("requests", () -> hands.sees(".gateway-line") && !hands.sees(".dialog-footer"), () -> {
        });
        run(Command.QUIT);
        step("go on", () -> hands.sees(".dialog-footer"), () -> hands.key(KeyCode.ENTER));
        run(Command.STOP_GATEWAYS);
        step("stopped", () -> !hands.sees(".gateway-line"), () -> {
        });
    }

    private void leave() {
        run(Command.LEAVE);
        step("out", () -> hands.sees("#try-sandbox"), () -> {
        });
    }

    private void run(Command command) {
        step(command.name(), () -> desktop.commands().run(command));
    }

    private void step(String name, Runnable action) {
        step(name, () -> true, action);
    }

    private void step(String name, BooleanSupplier ready, Runnable action) {
        steps.add(new WalkStep(name, ready, action));
    }

    private void go() {
        look.run();
        WalkStep next = steps.peek();
        if (next == null) {
            end.accept(null);
        } else if (next.ready().getAsBoolean()) {
            steps.remove();
            looks = 0;
            next.action().run();
            tasks.after(LOOK, this::go);
        } else if (looks++ < PATIENCE) {
            tasks.after(LOOK, this::go);
        } else {
            end.accept(next.name());
        }
    }

    private void selectWhere(Predicate<Devbox> fits) {
        for (DevboxRow row : rows()) {
            devboxes().select(row.id());
            Devbox devbox = devboxes().selectedDevbox();
            if (devbox != null && fits.test(devbox)) {
                return;
            }
        }
    }

    private List<DevboxRow> rows() {
        return desktop.shell() == null ? List.of() : devboxes().rows();
    }

    private DevboxListViewModel devboxes() {
        return Objects.requireNonNull(desktop.shell()).devboxes();
    }
}
