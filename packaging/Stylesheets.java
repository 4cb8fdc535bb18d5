import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.css.Stylesheet;

/** Stylesheets in JavaFX's binary form, which it takes by itself where it lies beside the text: nothing is parsed at a start. */
final class Stylesheets {

    private Stylesheets() {
    }

    private static boolean isOurs(Path file) {
        return file.toString().endsWith(".css") && file.toString().contains("ui");
    }

    /** Puts a binary sheet beside each one of text in a folder. */
    static void compile(Path folder) throws IOException {
        for (Path sheet : Trees.walk(folder).filter(Stylesheets::isOurs).sorted().toList()) {
            Path binary = sheet.resolveSibling(sheet.getFileName().toString().replaceFirst("css$", "bss"));
            Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
        }
    }
}
