package io.github.devboxtunnels.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Where this system wants an application to keep its files. */
public final class Folders {

    /** A folder that replaces all of these, for tests and for portable use. */
    public static final String HOME_PROPERTY = "devboxtunnels.home";

    private final Properties properties;
    private final Map<String, String> environment;

    /** As the given system properties and environment say. */
    public Folders(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** As this process says. */
    public static Folders ofThisProcess() {
        return new Folders(System.getProperties(), System.getenv());
    }

    /** Where the settings live; need not exist. */
    public Path config() {
        String chosen = properties.getProperty(HOME_PROPERTY);
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen);
        }
        Path home = Path.of(Objects.requireNonNullElse(properties.getProperty("user.home"), "."));
        String os = Objects.requireNonNullElse(properties.getProperty("os.name"), "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return absolute("APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("Devbox Tunnels");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Devbox Tunnels");
        }
        return absolute("XDG_CONFIG_HOME", home.resolve(".config")).resolve("devbox-tunnels");
    }

    /** Where a running application can be reached by a later start of the same user; need not exist. */
    public Path runtime() {
        String chosen = properties.getProperty(HOME_PROPERTY);
        String run = environment.get("XDG_RUNTIME_DIR");
        boolean linux = Objects.requireNonNullElse(properties.getProperty("os.name"), "").toLowerCase(Locale.ROOT)
                .startsWith("linux");
        boolean elsewhere = chosen != null && !chosen.isBlank();
        return linux && !elsewhere && run != null && Path.of(run).isAbsolute()
                ? Path.of(run).resolve("devbox-tunnels")
                : config().resolve("run");
    }

    /**
     * Where files lie that a browser is opened at; need not exist. Browsers in a sandbox of their own read downloads, or
     * at least what is visible in the home directory.
     */
    public Path pages() {
        String chosen = properties.getProperty(HOME_PROPERTY);
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).resolve("pages");
        }
        Path home = Path.of(Objects.requireNonNullElse(properties.getProperty("user.home"), "."));
        Path downloads = home.resolve("Downloads");
        boolean linux = Objects.requireNonNullElse(properties.getProperty("os.name"), "").startsWith("Linux");
        return (linux && Files.isDirectory(downloads) ? downloads : home).resolve("Devbox Tunnels");
    }

    /** A folder from a variable; the XDG rules say that a relative one is to be ignored. */
    private Path absolute(String variable, Path otherwise) {
        String value = environment.get(variable);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
