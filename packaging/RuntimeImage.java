import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The run-time image: JDK, JavaFX, libraries and application, linked into one. */
final class RuntimeImage {

    private final Build build;

    RuntimeImage(Build build) {
        this.build = build;
    }

    void link() throws IOException, InterruptedException {
        List<String> path = new ArrayList<>();
        for (Path jar : build.modulePath()) {
            String name = jar.getFileName().toString();
            if (name.startsWith("javafx-")) {
                if (hasDescriptor(jar)) {
                    path.add(jmod(jar, name).toString());
                }
            } else if (jar.startsWith(build.project().resolve("target"))) {
                path.add(application(jar).toString());
            } else {
                path.add(jar.toString());
            }
        }
        List<String> arguments = new ArrayList<>(List.of("--module-path", String.join(java.io.File.pathSeparator,
                path), "--add-modules", String.join(",", build.config().modules()), "--output",
                build.runtime().toString()));
        arguments.addAll(build.config().linkOptions());
        build.tools().jdk("jlink", arguments);
        if (build.platform() == Platform.LINUX && !build.tools().plans()) {
            strip();
        }
    }

    /**
     * The application's classes, with its stylesheets compiled and without its fonts: those lie beside the image as
     * files, because JavaFX copies any other font into a temporary file at each start.
     */
    private Path application(Path jar) throws IOException {
        Path classes = build.work("application");
        if (!build.tools().plans()) {
            unpack(jar, classes, classes);
            Path ui = classes.resolve(Path.of("io", "github", "devboxtunnels", "ui"));
            Stylesheets.compile(ui);
            Trees.delete(build.fonts());
            moveFonts(ui.resolve("theme").resolve("fonts"));
        }
        return classes;
    }

    /** Their licences stay as well, so that the folder remains a package of the module. */
    private void moveFonts(Path folder) throws IOException {
        Files.createDirectories(build.fonts());
        for (Path file : Trees.walk(folder).filter(Files::isRegularFile).toList()) {
            Path target = build.fonts().resolve(file.getFileName());
            if (file.toString().endsWith(".txt")) {
                Files.copy(file, target);
            } else {
                Files.move(file, target);
            }
        }
    }

    /**
     * Repacks a JavaFX jar, so that its native libraries lie in the image. Linked as they are, JavaFX unpacks them into
     * the home of the user at the first start.
     */
    private Path jmod(Path jar, String name) throws IOException {
        String stem = name.substring(0, name.length() - ".jar".length());
        Path classes = build.work("javafx").resolve(stem);
        Path libraries = build.work("javafx").resolve(stem + "-libs");
        Path jmod = build.work("javafx").resolve(stem + ".jmod");
        if (!build.tools().plans()) {
            Files.createDirectories(libraries);
            unpack(jar, classes, libraries);
        }
        build.tools().jdk("jmod", List.of("create", "--class-path", classes.toString(), "--libs",
                libraries.toString(), "--date", build.timestamp().toString(), jmod.toString()));
        return jmod;
    }

    private void unpack(Path jar, Path classes, Path libraries) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                boolean library = build.platform().isNativeLibrary(entry.getName());
                Path file = (library ? libraries : classes).resolve(entry.getName()).normalize();
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }

    private void strip() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
        try (Stream<Path> files = Files.walk(build.runtime())) {
            files.filter(RuntimeImage::isElf).map(Path::toString).sorted().forEach(command::add);
        }
        build.tools().program(command.toArray(String[]::new));
    }

    /** Programs and libraries of Linux begin alike. */
    private static boolean isElf(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(4);
            return begin.length == 4 && begin[0] == 0x7f && begin[1] == 'E' && begin[2] == 'L' && begin[3] == 'F';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each JavaFX module has an empty jar without a platform in its name beside the real one. */
    private static boolean hasDescriptor(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry("module-info.class") != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
