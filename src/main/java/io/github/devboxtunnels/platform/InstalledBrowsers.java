package io.github.devboxtunnels.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The browsers of this system: on Linux what calls itself one in its {@code .desktop} file, on macOS the known
 * applications that are there. On Windows none is found, so that only the default one is offered.
 */
public final class InstalledBrowsers {

    /** Without Safari, which does not resolve the host names of gateways. */
    private static final List<String> ON_MACOS = List.of("Arc", "Brave Browser", "Chromium", "Firefox",
            "Google Chrome", "Microsoft Edge", "Opera", "Vivaldi");

    private final Properties properties;
    private final Map<String, String> environment;

    InstalledBrowsers(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** Those of this system. */
    public static InstalledBrowsers ofThisSystem() {
        return new InstalledBrowsers(System.getProperties(), System.getenv());
    }

    /** Whether Safari is here, as on every macOS. */
    public boolean safari() {
        return property("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** Looks for them, each name once, by name; blocks. */
    public List<InstalledBrowser> find() {
        String os = property("os.name").toLowerCase(Locale.ROOT);
        Collection<InstalledBrowser> found = safari()
                ? applications()
                : os.startsWith("windows") ? List.of() : entries();
        return found.stream().sorted(Comparator.comparing(InstalledBrowser::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Collection<InstalledBrowser> applications() {
        List<InstalledBrowser> found = new ArrayList<>();
        for (String name : ON_MACOS) {
            for (Path folder : List.of(Path.of("/Applications"), home().resolve("Applications"))) {
                Path application = folder.resolve(name + ".app");
                if (Files.isDirectory(application)) {
                    found.add(new InstalledBrowser(name,
                            List.of("open", "-a", application.toString(), InstalledBrowser.PAGE)));
                    break;
                }
            }
        }
        return found;
    }

    /** An entry of a folder named earlier hides those of its file name, and so does a browser of the same name. */
    private Collection<InstalledBrowser> entries() {
        Set<String> files = new LinkedHashSet<>();
        Map<String, InstalledBrowser> found = new LinkedHashMap<>();
        for (Path folder : folders()) {
            for (Path file : entries(folder)) {
                if (files.add(Objects.toString(file.getFileName()))) {
                    InstalledBrowser browser = read(file).browser(this::there);
                    if (browser != null) {
                        found.putIfAbsent(browser.name(), browser);
                    }
                }
            }
        }
        return found.values();
    }

    private List<Path> folders() {
        List<String> data = new ArrayList<>();
        data.add(environment.getOrDefault("XDG_DATA_HOME", home().resolve(".local/share").toString()));
        data.addAll(List.of(environment.getOrDefault("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")));
        data.add(home().resolve(".local/share/flatpak/exports/share").toString());
        data.addAll(List.of("/var/lib/flatpak/exports/share", "/var/lib/snapd/desktop"));
        return data.stream().filter(each -> !each.isBlank() && Path.of(each).isAbsolute()).distinct()
                .map(each -> Path.of(each, "applications")).toList();
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".desktop")).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static DesktopEntry read(Path file) {
        try {
            return DesktopEntry.parse(Files.readAllLines(file));
        } catch (IOException e) {
            return DesktopEntry.parse(List.of());
        }
    }

    private boolean there(String program) {
        if (program.startsWith("/")) {
            return Files.isExecutable(Path.of(program));
        }
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private Path home() {
        return Path.of(property("user.home")).toAbsolutePath();
    }

    private String property(String name) {
        return Objects.requireNonNullElse(properties.getProperty(name), "");
    }
}
