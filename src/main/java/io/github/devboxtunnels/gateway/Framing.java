package io.github.devboxtunnels.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Follows the requests of one connection byte by byte, to know where each head begins and ends, and refuses what is not
 * plainly one: a lone LF or CR, a NUL or another control character, a bad chunk, a head that is too long.
 */
final class Framing {

    /** Longest line that gives the size of a chunk, and longest trailers, in bytes. */
    private static final int LONGEST_SIZE = 16;
    private static final int LONGEST_TRAILERS = 8 * 1024;
    private static final int FIRST_GUESS = 1024;

    /** Goes on over what needs no second look in a head. */
    private static final ByteProcessor PLAIN = b -> b < 0 || (b >= ' ' && b != 0x7f);

    private enum State {
        HEAD, BODY, SIZE, CHUNK, CHUNK_END, TRAILERS
    }

    private State state = State.HEAD;
    private byte[] line = new byte[FIRST_GUESS];
    private int size;
    private long left;
    private boolean carriageReturn;
    private int lineStart;

    /** Whether it waits for the first byte of a request. */
    boolean between() {
        return state == State.HEAD && size == 0;
    }

    /** Reads what has come, without consuming it; null when all of it may pass. */
    @Nullable
    Refusal read(ByteBuf bytes) {
        int at = bytes.readerIndex();
        int end = bytes.writerIndex();
        while (at < end) {
            if (state == State.BODY || state == State.CHUNK) {
                long step = Math.min(left, end - at);
                left -= step;
                at += (int) step;
                if (left == 0) {
                    state = state == State.BODY ? State.HEAD : State.CHUNK_END;
                }
                continue;
            }
            if (state == State.HEAD && !carriageReturn) {
                int plain = bytes.forEachByte(at, end - at, PLAIN);
                int stop = plain < 0 ? end : plain;
                if (size + (stop - at) > HeadCheck.LIMIT) {
                    return new Refusal(431, "The head of a request has 64 KiB at most");
                }
                keep(bytes, at, stop - at);
                at = stop;
                if (at == end) {
                    break;
                }
            }
            Refusal refusal = next(bytes.getByte(at++));
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal next(byte b) {
        if (carriageReturn != (b == '\n')) {
            return Refusal.badRequest("A line ends with CR LF");
        }
        if (b == '\r') {
            carriageReturn = true;
            return keep(b);
        }
        if (b == '\n') {
            carriageReturn = false;
            Refusal refusal = keep(b);
            return refusal == null ? lineEnd() : refusal;
        }
        if ((b >= 0 && b < ' ' && b != '\t') || b == 0x7f) {
            return Refusal.badRequest("A head has no control characters");
        }
        return keep(b);
    }

    private void keep(ByteBuf bytes, int at, int length) {
        if (size + length > line.length) {
            line = Arrays.copyOf(line, Math.max(size + length, line.length * 2));
        }
        bytes.getBytes(at, line, size, length);
        size += length;
    }

    private @Nullable Refusal keep(byte b) {
        int limit = switch (state) {
            case SIZE, CHUNK_END -> LONGEST_SIZE + 2;
            case TRAILERS -> LONGEST_TRAILERS;
            default -> HeadCheck.LIMIT;
        };
        if (size == limit) {
            return state == State.HEAD
                    ? new Refusal(431, "The head of a request has 64 KiB at most")
                    : Refusal.badRequest("A chunk begins with its size in hexadecimal");
        }
        if (size == line.length) {
            line = Arrays.copyOf(line, Math.min(limit, size * 2));
        }
        line[size++] = b;
        return null;
    }

    private @Nullable Refusal lineEnd() {
        boolean empty = size - lineStart == 2;
        lineStart = size;
        return switch (state) {
            case HEAD -> empty ? headEnd() : null;
            case SIZE -> chunkSize();
            case CHUNK_END -> chunkEnd();
            default -> empty ? trailersEnd() : trailer();
        };
    }

    private @Nullable Refusal headEnd() {
        HeadCheck.Outcome outcome = HeadCheck.check(line, size);
        begin(State.HEAD);
        if (outcome instanceof HeadCheck.Outcome.Refused(Refusal refusal)) {
            return refusal;
        }
        if (outcome instanceof HeadCheck.Outcome.Passed(BodyLength.Fixed(long bytes))) {
            left = bytes;
            state = bytes == 0 ? State.HEAD : State.BODY;
        } else {
            state = State.SIZE;
        }
        return null;
    }

    private @Nullable Refusal chunkSize() {
        long value = 0;
        for (int i = 0; i < size - 2; i++) {
            int digit = Character.digit(line[i], 16);
            if (digit < 0 || value > Long.MAX_VALUE >> 5) {
                return Refusal.badRequest("A chunk begins with its size in hexadecimal");
            }
            value = value * 16 + digit;
        }
        if (size == 2) {
            return Refusal.badRequest("A chunk begins with its size in hexadecimal");
        }
        left = value;
        begin(value == 0 ? State.TRAILERS : State.CHUNK);
        return null;
    }

    private @Nullable Refusal chunkEnd() {
        if (size != 2) {
            return Refusal.badRequest("A chunk ends where its size says");
        }
        begin(State.SIZE);
        return null;
    }

    private @Nullable Refusal trailer() {
        int colon = 0;
        int start = lastLine();
        while (start + colon < size && line[start + colon] != ':') {
            colon++;
        }
        String name = new String(line, start, colon, StandardCharsets.ISO_8859_1);
        return HeadCheck.token(name) ? null : Refusal.badRequest("A trailer is a name, a colon and a value");
    }

    private int lastLine() {
        int start = size - 2;
        while (start > 0 && line[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private @Nullable Refusal trailersEnd() {
        begin(State.HEAD);
        return null;
    }

    private void begin(State next) {
        state = next;
        size = 0;
        lineStart = 0;
        if (line.length > FIRST_GUESS * 8) {
            line = new byte[FIRST_GUESS];
        }
    }
}
