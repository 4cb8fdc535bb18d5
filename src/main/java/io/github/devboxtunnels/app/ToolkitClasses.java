package io.github.devboxtunnels.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javafx.stage.Stage;

/**
 * The classes of JavaFX that a start with a display needs and one without does not. They are loaded, but not used, so
 * that a cache trained without a display has them too.
 */
final class ToolkitClasses {

    private static final String MODULE = "/modules/javafx.graphics";
    /** Windows and painting of each system; those of the others are not in the image. */
    private static final List<String> PACKAGES = List.of("com/sun/glass/ui/gtk", "com/sun/glass/ui/win",
            "com/sun/glass/ui/mac", "com/sun/prism/es2", "com/sun/prism/d3d", "com/sun/prism/mtl");
    private static final String CLASS = ".class";

    private ToolkitClasses() {
    }

    /** Loads what there is; does nothing where JavaFX is not part of the run-time image. */
    static void load() {
        Path module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath(MODULE);
        for (String each : PACKAGES) {
            Path folder = module.resolve(each);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> module.relativize(file).toString()).filter(name -> name.endsWith(CLASS))
                            .sorted().forEach(ToolkitClasses::load);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void load(String file) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        try {
            Class.forName(name, false, Stage.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException(name, e);
        }
    }
}
