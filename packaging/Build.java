import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * One run of the packaging.
 *
 * @param project folder of pom.xml
 * @param version as installers take it: numbers and dots
 * @param timestamp of every file, so that two builds of one commit are alike
 * @param modulePath the jars of the application and of what it requires
 * @param platform the system it is for
 * @param config what jlink.json says
 * @param tools runs the commands
 */
record Build(Path project, String version, Instant timestamp, List<Path> modulePath, Platform platform, Config config,
        Tools tools) {

    /** Where everything is made. */
    Path target() {
        return project.resolve("target").resolve("installer");
    }

    /** Pieces that are not shipped. */
    Path work(String name) {
        return target().resolve("work").resolve(name);
    }

    /** What is shipped with all packages of the platform, or with every package. */
    Path resources(String folder) {
        return project.resolve("packaging").resolve(folder);
    }

    /** The application image: on Linux a prefix like /usr, elsewhere what jpackage makes. */
    Path image() {
        return target().resolve("image");
    }

    /** The run-time image; on Linux where it is shipped. */
    Path runtime() {
        return platform == Platform.LINUX ? home().resolve("runtime") : work("runtime");
    }

    /** On Linux the folder of everything that is not shared with the system. */
    Path home() {
        return image().resolve("lib").resolve(config.launcher());
    }

    /** The fonts as they are shipped on Linux, or wait to be put into the image that jpackage makes. */
    Path fonts() {
        return (platform == Platform.LINUX ? home() : target().resolve("work")).resolve("fonts");
    }

    /** The image's own java. */
    Path java() {
        return runtime().resolve("bin").resolve(platform.java());
    }
}
