package io.github.devboxtunnels.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The body of an answer as it arrives, unpacked when the server packed it. */
final class AnswerBody {

    private static final int BUFFER = 1 << 15;

    private final InputStream raw;
    private final boolean packed;

    private AnswerBody(InputStream raw, boolean packed) {
        this.raw = raw;
        this.packed = packed;
    }

    static AnswerBody of(HttpResponse<InputStream> response) {
        return new AnswerBody(response.body(), packed(response.headers()));
    }

    static AnswerBody plain(InputStream bytes) {
        return new AnswerBody(bytes, false);
    }

    private static boolean packed(HttpHeaders headers) {
        String encoding = headers.firstValue("content-encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        return encoding.equals("gzip") || encoding.equals("x-gzip");
    }

    /** The bytes; may block for the first of them. */
    InputStream open() throws IOException {
        return packed ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    /** Up to so many bytes; a body that breaks off is as good as what came of it. */
    byte[] beginning(int limit) {
        byte[] read = new byte[limit];
        int length = 0;
        try {
            InputStream body = open();
            int more = 0;
            while (more >= 0 && length < limit) {
                length += more;
                more = body.read(read, length, limit - length);
            }
        } catch (IOException e) {
            return Arrays.copyOf(read, length);
        }
        return Arrays.copyOf(read, length);
    }
}
