import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Texts of the packages, with what is known of the build put in. */
final class Texts {

    private Texts() {
    }

    /** Names between at signs become what the build says, or what is added to it. */
    static String fill(Build build, Path template, Map<String, String> more) throws IOException {
        Config config = build.config();
        String text = Files.readString(template)
                .replace("@NAME@", config.launcher()).replace("@SAFE_NAME@", config.safeLauncher())
                .replace("@GATEWAYS@", config.gatewayLauncher())
                .replace("@VERSION@", build.version()).replace("@CACHE@", config.cache())
                .replace("@MODULE@", config.module())
                .replace("@DATE@", build.timestamp().toString().substring(0, "2000-01-01".length()))
                .replace("@RFC_DATE@", DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)
                        .format(build.timestamp().atOffset(ZoneOffset.UTC)).replace("GMT", "+0000"));
        for (Map.Entry<String, String> each : more.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text;
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** As gzip -9n does it: neither name nor time inside. */
    static void writeGzip(Path file, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] made = bytes.toByteArray();
        // "Most compression", which is what is looked at to tell -9.
        made[8] = 2;
        Files.createDirectories(file.getParent());
        Files.write(file, made);
    }
}
