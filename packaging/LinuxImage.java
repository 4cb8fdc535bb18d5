import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The application image on Linux: a prefix like /usr, which both packages take as it is. Shell scripts are its
 * launchers, because jpackage's asks rpm and dpkg at every start, which takes half a second.
 */
final class LinuxImage {

    private static final List<String> SIZES = List.of("16", "24", "32", "48", "64", "128", "256", "512");
    private static final String ID = "io.github.devboxtunnels.devbox_tunnels";

    private final Build build;

    LinuxImage(Build build) {
        this.build = build;
    }

    void make() throws IOException, InterruptedException {
        Config config = build.config();
        if (!build.tools().plans()) {
            launcher(config.launcher(), List.of(), "");
            launcher(config.safeLauncher(), config.safeJvm(), "safe");
            program(build.home().resolve(config.gatewayLauncher()), "gateways.sh",
                    Map.of("@JVM@", String.join(" ", config.gatewayJvm())));
            // The same small program under another name: lists of processes say what it is.
            Files.copy(build.java(), build.java().resolveSibling(config.launcher()));
            desktop();
            documents();
            Trees.settle(build.image(), build.timestamp());
        }
        new AotCache(build).train(build.home().resolve(config.cache()));
        if (!build.tools().plans()) {
            Trees.settle(build.image(), build.timestamp());
        }
    }

    private void launcher(String name, List<String> more, String safe) throws IOException {
        List<String> flags = new ArrayList<>(build.config().jvm());
        flags.addAll(more);
        program(build.image().resolve("bin").resolve(name), "launcher.sh",
                Map.of("@JVM@", String.join(" ", flags), "@SAFE@", safe));
    }

    private void program(Path file, String script, Map<String, String> words) throws IOException {
        Texts.write(file, Texts.fill(build, build.resources("linux").resolve(script), words));
        file.toFile().setExecutable(true, false);
    }

    private void desktop() throws IOException {
        for (String[] each : new String[][]{{"applications", ".desktop"}, {"metainfo", ".metainfo.xml"}}) {
            Texts.write(share(each[0]).resolve(ID + each[1]),
                    Texts.fill(build, build.resources("linux").resolve(ID + each[1]), Map.of()));
        }
        Path icons = share("icons").resolve("hicolor");
        for (String size : SIZES) {
            copy("icon-" + size + ".png", icons.resolve(size + "x" + size), ".png");
        }
        copy("icon.svg", icons.resolve("scalable"), ".svg");
    }

    private void documents() throws IOException {
        Path manual = share("man").resolve("man1");
        Texts.writeGzip(manual.resolve(build.config().launcher() + ".1.gz"),
                Texts.fill(build, build.resources("linux").resolve("devbox-tunnels.1"), Map.of()));
        Texts.writeGzip(manual.resolve(build.config().safeLauncher() + ".1.gz"),
                ".so man1/" + build.config().launcher() + ".1\n");
        Texts.writeGzip(share("doc").resolve(build.config().launcher()).resolve("third-party-licences.txt.gz"),
                new Licences(build).text());
    }

    private void copy(String icon, Path folder, String ending) throws IOException {
        Path target = folder.resolve("apps").resolve(build.config().launcher() + ending);
        Files.createDirectories(target.getParent());
        Files.copy(build.project().resolve("icons").resolve(icon), target);
    }

    private Path share(String folder) {
        return build.image().resolve("share").resolve(folder);
    }
}
