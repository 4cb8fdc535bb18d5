import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import javafx.css.Stylesheet;

/**
 * Stylesheets in JavaFX's binary form, which it takes by itself where it lies beside the text: nothing is parsed at a
 * start.
 */
final class Stylesheets {

    /** JavaFX 26 writes durations, but cannot read them again. */
    private static final Pattern DURATION = Pattern.compile("transition|-delay|-duration");

    private Stylesheets() {
    }

    /** Puts a binary sheet beside each one of text in a folder, where that is possible. */
    static void compile(Path folder) throws IOException {
        for (Path sheet : Trees.walk(folder).filter(each -> each.toString().endsWith(".css")).sorted().toList()) {
            if (!DURATION.matcher(Files.readString(sheet)).find()) {
                Path binary = sheet.resolveSibling(sheet.getFileName().toString().replaceFirst("css$", "bss"));
                Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
            }
        }
    }
}
