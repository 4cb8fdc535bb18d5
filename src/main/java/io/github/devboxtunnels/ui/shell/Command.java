package io.github.devboxtunnels.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.github.devboxtunnels.ui.common.Texts;

/** Everything that can be done from the menu bar or by a shortcut: the one list of both. */
public enum Command {

    /** Reads the devboxes now. */
    REFRESH(Group.FILE, "F5", "Shortcut+R"),
    /** Ends the session. */
    LEAVE(Group.FILE),
    /** Ends the application. */
    QUIT(Group.FILE, "Shortcut+Q"),

    /** Goes to the search field. */
    FIND(Group.EDIT, "Shortcut+F"),
    /** Empties the search field and shows all. */
    CLEAR_SEARCH(Group.EDIT, "Shortcut+Shift+F"),

    /** Chooses a chip. */
    SHOW_ALL(Group.VIEW, "Alt+1"),
    /** Chooses a chip. */
    SHOW_RUNNING(Group.VIEW, "Alt+2"),
    /** Chooses a chip. */
    SHOW_SUSPENDED(Group.VIEW, "Alt+3"),
    /** Chooses a chip. */
    SHOW_WITH_TUNNEL(Group.VIEW, "Alt+4"),
    /** Chooses a chip. */
    SHOW_OPEN(Group.VIEW, "Alt+5"),
    /** Opens or closes the devboxes that had ended before. */
    SHOW_ENDED(Group.VIEW, "Alt+6"),
    /** Goes to the next of bar, list and page. */
    NEXT_PANE(Group.VIEW, "F6"),
    /** Goes to the one before. */
    PREVIOUS_PANE(Group.VIEW, "Shift+F6"),
    /** Gives the list more room. */
    WIDER_LIST(Group.VIEW, "Alt+Shift+RIGHT"),
    /** Gives the page more room. */
    NARROWER_LIST(Group.VIEW, "Alt+Shift+LEFT"),

    /** Opens the dialog that enables a tunnel. */
    ENABLE_TUNNEL(Group.DEVBOX, "Shortcut+T"),
    /** Opens the sheet that removes the tunnel. */
    REMOVE_TUNNEL(Group.DEVBOX),
    /** Adds a port to the table. */
    ADD_PORT(Group.DEVBOX, "Shortcut+Shift+N"),
    /** Opens the chosen port in the browser. */
    OPEN_PORT(Group.DEVBOX, "Shortcut+O"),
    /** Stops the gateways of the devbox. */
    STOP_GATEWAYS(Group.DEVBOX),
    /** Copies the address of the chosen port. */
    COPY_ADDRESS(Group.DEVBOX, "Shortcut+Shift+A"),
    /** Copies the token. */
    COPY_TOKEN(Group.DEVBOX, "Shortcut+Shift+T"),
    /** Copies the id. */
    COPY_ID(Group.DEVBOX, "Shortcut+Shift+I"),
    /** Suspends it. */
    SUSPEND(Group.DEVBOX, "Shortcut+Shift+S"),
    /** Resumes it. */
    RESUME(Group.DEVBOX, "Shortcut+Shift+E"),
    /** Restarts its idle timer. */
    RESET_IDLE_TIMER(Group.DEVBOX),
    /** Pins it to the top, or lets it go. */
    PIN(Group.DEVBOX, "Shortcut+Shift+P"),
    /** Opens its page on the platform. */
    OPEN_IN_RUNLOOP(Group.DEVBOX, "Shortcut+Shift+O"),

    /** Opens the provider's documentation. */
    DOCUMENTATION(Group.HELP, "F1");

    /** The menus of the menu bar. */
    public enum Group {
        /** The application. */
        FILE,
        /** Search. */
        EDIT,
        /** What is shown, and where the keyboard is. */
        VIEW,
        /** The selected devbox. */
        DEVBOX,
        /** Explanations. */
        HELP;

        /** Its title. */
        public String title() {
            return TEXTS.get("shell.menu." + name().toLowerCase(Locale.ROOT));
        }
    }

    private static final Texts TEXTS = Texts.of(Command.class);

    private final Group group;
    private final String keys;

    Command(Group group, String... keys) {
        this.group = group;
        this.keys = String.join(" ", keys);
    }

    /** The menu it is in. */
    public Group group() {
        return group;
    }

    /** Its shortcuts, as JavaFX reads them; the first one is shown. */
    public List<String> keys() {
        return keys.isEmpty() ? List.of() : List.of(keys.split(" "));
    }

    /** Its words in the menu. */
    public String label() {
        return TEXTS.get("shell.command." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** All of a menu, in order. */
    static List<Command> of(Group group) {
        return Arrays.stream(values()).filter(command -> command.group == group).toList();
    }
}
