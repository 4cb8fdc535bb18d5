package io.github.devboxtunnels.ui.shell;

import java.util.HashMap;
import java.util.Map;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Finds the command a key means. */
final class CommandKeys {

    private final Map<KeyCombination, Command> keys = new HashMap<>();

    CommandKeys() {
        for (Command command : Command.values()) {
            for (String key : command.keys()) {
                keys.put(KeyCombination.valueOf(key), command);
            }
        }
    }

    /** Runs the command of a key; says whether there was one that could be run. */
    boolean press(KeyEvent e, Commands commands) {
        return keys.entrySet().stream().filter(entry -> entry.getKey().match(e)).map(Map.Entry::getValue)
                .anyMatch(commands::run);
    }
}
