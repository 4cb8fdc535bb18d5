import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The application image and the installers of Windows and macOS, made by jpackage from the run-time image. */
final class JpackageImage {

    private static final String NAME = "Devbox Tunnels";
    /** Tells Windows that a newer version replaces an older one; never changes. */
    private static final String UPGRADE_CODE = "6f0c0a5e-2f0b-4d0e-9c57-0f6a7f4f3a51";
    private static final String BUNDLE = "io.github.devboxtunnels";
    private static final String VENDOR = "Devbox Tunnels contributors";

    private final Build build;

    JpackageImage(Build build) {
        this.build = build;
    }

    void make() throws IOException, InterruptedException {
        boolean mac = build.platform() == Platform.MACOS;
        List<String> arguments = common("app-image");
        arguments.addAll(List.of("--runtime-image", build.runtime().toString(), "--module", build.config().module(),
                "--add-launcher", build.config().safeLauncher() + "=" + safeMode(), "--add-launcher",
                build.config().gatewayLauncher() + "=" + gateways()));
        build.config().jvm().forEach(flag -> arguments.addAll(List.of("--java-options", flag)));
        // jpackage puts the folder of the application in place of $APPDIR.
        arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/" + build.config().cache(), "--java-options",
                "-Ddevboxtunnels.fonts=$APPDIR/fonts", "--java-options", "-Ddevboxtunnels.gateways=$APPDIR/../"
                        + (mac ? "MacOS/" : "") + build.config().gatewayLauncher() + (mac ? "" : ".exe")));
        if (mac) {
            arguments.addAll(List.of("--mac-package-identifier", BUNDLE, "--mac-package-name", NAME, "--resource-dir",
                    build.resources("macos").toString()));
        } else {
            // The window's own program has no console; the rest of it is the same.
            arguments.addAll(List.of("--add-launcher", build.config().launcher() + "="
                    + build.resources("common").resolve("command.properties")));
        }
        build.tools().jdk("jpackage", arguments);
        Path application = applicationFolder();
        new AotCache(build).train(application.resolve(build.config().cache()));
        if (!build.tools().plans()) {
            Trees.copy(build.fonts(), application.resolve("fonts"));
            Texts.write(application.resolve("third-party-licences.txt"), new Licences(build).text());
        }
        if (mac) {
            // What was added broke the seal of the bundle.
            build.tools().program("codesign", "--force", "--deep", "--options", "runtime", "--entitlements",
                    build.resources("macos").resolve("entitlements.plist").toString(), "--sign",
                    signer(), image().toString());
        }
    }

    void installer(String type) {
        List<String> arguments = common(type);
        arguments.addAll(List.of("--app-image", image().toString(), "--license-file",
                build.project().resolve("LICENSE").toString()));
        if (build.platform() == Platform.WINDOWS) {
            arguments.addAll(List.of("--win-menu", "--win-menu-group", NAME, "--win-per-user-install",
                    "--win-upgrade-uuid", UPGRADE_CODE, "--resource-dir", build.resources("windows").toString()));
        } else {
            arguments.addAll(List.of("--mac-package-identifier", BUNDLE, "--mac-package-name", NAME));
        }
        build.tools().jdk("jpackage", arguments);
    }

    private List<String> common(String type) {
        boolean mac = build.platform() == Platform.MACOS;
        return new ArrayList<>(List.of("--type", type, "--name", NAME, "--app-version", version(), "--vendor", VENDOR,
                "--copyright", "2026 " + VENDOR, "--description", "Enable tunnels of Runloop devboxes", "--icon",
                build.project().resolve("icons").resolve(mac ? "devbox-tunnels.icns" : "devbox-tunnels.ico").toString(),
                "--dest",
                (type.equals("app-image") ? build.image() : build.target()).toString()));
    }

    /** macOS refuses versions that begin with 0. */
    private String version() {
        return build.platform() == Platform.MACOS && build.version().startsWith("0.")
                ? "1" + build.version().substring(1)
                : build.version();
    }

    private Path image() {
        return build.image().resolve(build.platform() == Platform.MACOS ? NAME + ".app" : NAME);
    }

    private Path applicationFolder() {
        return build.platform() == Platform.MACOS ? image().resolve("Contents").resolve("app") : image().resolve("app");
    }

    /** Whose certificate signs; without one the bundle is sealed, but nobody vouches for it. */
    private static String signer() {
        String name = System.getenv("DEVBOX_TUNNELS_SIGNER");
        return name == null || name.isBlank() ? "-" : name;
    }

    private Path safeMode() throws IOException {
        List<String> flags = new ArrayList<>(build.config().jvm());
        flags.addAll(build.config().safeJvm());
        flags.addAll(List.of("-Dprism.order=sw", "-Ddevboxtunnels.fonts=$APPDIR/fonts"));
        return properties("safe-mode.properties", flags);
    }

    private Path gateways() throws IOException {
        List<String> flags = new ArrayList<>(build.config().gatewayJvm());
        flags.add("-XX:AOTCache=$APPDIR/" + build.config().cache());
        return properties("gateways.properties", flags);
    }

    /** What jpackage is told of another launcher. */
    private Path properties(String name, List<String> flags) throws IOException {
        Path file = build.work(name);
        if (!build.tools().plans()) {
            Texts.write(file, Texts.fill(build, build.resources("common").resolve(name),
                    Map.of("@JVM@", String.join(" ", flags))));
        }
        return file;
    }
}
