package io.github.devboxtunnels.platform;

import java.util.List;

/**
 * A browser of this system.
 *
 * @param name as its maker writes it
 * @param command what starts it; {@link #PAGE} stands for the page
 */
public record InstalledBrowser(String name, List<String> command) {

    /** Stands for the page in a command. */
    public static final String PAGE = "\0page";

    /** Copies the command. */
    public InstalledBrowser {
        command = List.copyOf(command);
    }

    /** The command that opens a page. */
    List<String> opening(String page) {
        return command.stream().map(word -> word.replace(PAGE, page)).toList();
    }
}
