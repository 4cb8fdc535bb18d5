package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Sends and receives bodies of any size without keeping them. */
final class Bytes {

    private Bytes() {
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Downloads and gives the digest of what came. */
    static String download(RawClient client, String request) throws IOException {
        client.send(request);
        String head = CountingUpstream.head(client.in());
        if (head == null || !head.startsWith("HTTP/1.1 200")) {
            throw new AssertionError(head);
        }
        CountingUpstream.Got got = new CountingUpstream.Got(head, new byte[0]);
        MessageDigest digest = sha256();
        String length = got.one("content-length");
        if (length != null) {
            copy(client.in(), digest, Long.parseLong(length));
        } else {
            for (long size = size(client.in()); size > 0; size = size(client.in())) {
                copy(client.in(), digest, size);
                line(client.in());
            }
            line(client.in());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes a body of the pattern, by length or in chunks. */
    static void upload(OutputStream out, long size, boolean chunked) throws IOException {
        byte[] block = VertxUpstream.block();
        for (long left = size; left > 0; left -= block.length) {
            int step = (int) Math.min(block.length, left);
            if (chunked) {
                out.write((Integer.toHexString(step) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write(block, 0, step);
            if (chunked) {
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }

    private static void copy(InputStream in, MessageDigest digest, long size) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (long left = size; left > 0;) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("ended " + left + " bytes early");
            }
            digest.update(buffer, 0, read);
            left -= read;
        }
    }

    private static long size(InputStream in) throws IOException {
        return Long.parseLong(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("ended early");
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }
}
