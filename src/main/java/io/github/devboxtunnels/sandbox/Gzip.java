package io.github.devboxtunnels.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Compression of answers, at the cheapest level: a page of five thousand devboxes must not keep its reader waiting. */
final class Gzip {

    /** Bodies below this many bytes are not worth it. */
    static final int WORTHWHILE = 1024;
    private static final int CHUNK = 1 << 16;

    private Gzip() {
    }

    /** Whether an {@code Accept-Encoding} asks for gzip. */
    static boolean accepted(@Nullable String header) {
        if (header == null) {
            return false;
        }
        for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] pieces = part.strip().split("\\s*;\\s*", -1);
            boolean refused = pieces.length > 1 && pieces[1].matches("q\\s*=\\s*0(\\.0*)?");
            if ((pieces[0].equals("gzip") || pieces[0].equals("*")) && !refused) {
                return true;
            }
        }
        return false;
    }

    static Buffer compress(Buffer plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(CHUNK / 64, plain.length() / 8));
        try (Cheap gzip = new Cheap(out)) {
            gzip.write(plain.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(out.toByteArray());
    }

    private static final class Cheap extends GZIPOutputStream {
        Cheap(ByteArrayOutputStream out) throws IOException {
            super(out, CHUNK);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
