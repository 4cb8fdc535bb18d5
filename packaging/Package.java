import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the packages of the platform it runs on, as {@code jlink.json} says; README.md beside this file tells how.
 *
 * <pre>
 * java Package.java image|installers|plan PROJECT VERSION TIMESTAMP MODULE_PATH [PLATFORM]
 * </pre>
 */
final class Package {

    private Package() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String what = arguments[0];
        boolean plans = what.equals("plan");
        Path project = Path.of(arguments[1]).toAbsolutePath();
        Platform platform = plans ? Platform.valueOf(arguments[5].toUpperCase(Locale.ROOT)) : Platform.current();
        Build build = new Build(project, numbers(arguments[2]), Instant.parse(arguments[3]),
                modulePath(project, arguments[2], arguments[4]), platform,
                Config.read(project.resolve("jlink.json"), platform),
                plans ? Tools.planning(System.out) : Tools.running());
        if (!what.equals("installers")) {
            image(build);
        }
        if (!what.equals("image")) {
            installers(build);
        }
    }

    private static void image(Build build) throws IOException, InterruptedException {
        if (!build.tools().plans()) {
            Trees.delete(build.target());
            Files.createDirectories(build.runtime().getParent());
            Files.createDirectories(build.target().resolve("work"));
        }
        new RuntimeImage(build).link();
        if (build.platform() == Platform.LINUX) {
            new LinuxImage(build).make();
        } else {
            new JpackageImage(build).make();
        }
    }

    private static void installers(Build build) throws IOException, InterruptedException {
        for (String type : build.config().installers()) {
            switch (type) {
                case "deb" -> new Deb(build).make();
                case "rpm" -> new Rpm(build).make();
                default -> new JpackageImage(build).installer(type);
            }
        }
    }

    /** Installers take numbers and dots alone. */
    private static String numbers(String version) {
        return version.replaceFirst("-.*", "");
    }

    /** Maven names the folder of classes where its jar is wanted. */
    private static List<Path> modulePath(Path project, String version, String path) {
        List<Path> result = new ArrayList<>();
        for (String each : path.split(java.io.File.pathSeparator)) {
            Path entry = Path.of(each);
            result.add(Files.isDirectory(entry)
                    ? project.resolve("target").resolve("devbox-tunnels-" + version + ".jar")
                    : entry);
        }
        return result;
    }
}
