package io.github.devboxtunnels.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Opens web addresses, and pages that are files, in a browser. Prints no address anywhere. */
public final class BrowserOpener {

    /** A program that still runs after this time is taken to be the browser itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<List<String>> programs;
    private final Map<String, String> environment;
    private final ProcessStarter starter;

    BrowserOpener(String os, Map<String, String> environment, ProcessStarter starter) {
        this.programs = programs(os.toLowerCase(Locale.ROOT));
        this.environment = ChildEnvironment.of(environment);
        this.starter = starter;
    }

    /** The browser of this system. */
    public static BrowserOpener ofThisSystem() {
        return new BrowserOpener(Objects.requireNonNullElse(System.getProperty("os.name"), ""), System.getenv(),
                new SystemProcessStarter());
    }

    /**
     * Opens an address; blocks for a few seconds at most.
     *
     * @return false when no program took it, so that the caller offers the address for copying
     * @throws IllegalArgumentException when it is neither http nor https; the message repeats no input
     */
    public boolean open(URI address) throws InterruptedException {
        String scheme = address.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("only web addresses are opened");
        }
        return anyOf(programs.stream().map(program -> with(program, address.toASCIIString())).toList());
    }

    /**
     * Opens a page that is a file of this computer; blocks for a few seconds at most.
     *
     * @param in which browser; null for the one of the system
     * @return false when no program took it
     */
    public boolean open(Path page, @Nullable InstalledBrowser in) throws InterruptedException {
        String address = page.toUri().toASCIIString();
        return anyOf(in == null
                ? programs.stream().map(program -> with(program, address)).toList()
                : List.of(in.opening(address)));
    }

    private boolean anyOf(List<List<String>> commands) throws InterruptedException {
        for (List<String> command : commands) {
            try {
                if (!starter.start(command, environment).failedWithin(PATIENCE)) {
                    return true;
                }
            } catch (IOException e) {
                // Not installed: the next one is tried. The message would carry the command line.
            }
        }
        return false;
    }

    private static List<String> with(List<String> program, String address) {
        List<String> command = new ArrayList<>(program);
        command.add(address);
        return command;
    }

    private static List<List<String>> programs(String os) {
        if (os.startsWith("windows")) {
            return List.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        if (os.startsWith("mac")) {
            return List.of(List.of("open"));
        }
        return List.of(List.of("xdg-open"), List.of("gio", "open"));
    }
}
