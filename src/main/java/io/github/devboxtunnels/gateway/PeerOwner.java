package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether a connection on loopback comes from this user. Linux alone says so ({@code /proc/net/tcp} and
 * {@code tcp6} name the uid of every socket); elsewhere every connection passes.
 */
final class PeerOwner {

    private static final Logger LOG = LoggerFactory.getLogger(PeerOwner.class);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LOOKS = 5;
    /** Place of the uid in a line, counted from the address of the socket. */
    private static final int UID = 6;

    private final List<Path> tables;
    private final long ours;
    private final Map<Path, String> contents = new HashMap<>();

    /** @param tables empty where the system has none */
    PeerOwner(List<Path> tables, long ours) {
        this.tables = tables;
        this.ours = ours;
    }

    static PeerOwner ofThisSystem() {
        Path four = Path.of("/proc/net/tcp");
        try {
            if (Files.isReadable(four)) {
                long uid = ((Number) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue();
                return new PeerOwner(List.of(four, Path.of("/proc/net/tcp6")), uid);
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("connections of other users cannot be told apart: {}", e.getClass().getSimpleName());
        }
        return new PeerOwner(List.of(), 0);
    }

    /**
     * Whether the socket at the other end is this user's; false too when the tables do not have it. The system takes
     * milliseconds to write a table, so what was read once is good for all connections accepted in one go.
     */
    boolean oursIs(InetSocketAddress peer, InetSocketAddress here) {
        if (tables.isEmpty()) {
            return true;
        }
        List<String> sockets = sockets(peer, here);
        try {
            // A table is read in pages, and while sockets come and go a line may slip between two of them.
            for (int look = 0; look < LOOKS; look++) {
                for (Path table : peer.getAddress() instanceof Inet4Address ? tables : tables.reversed()) {
                    OptionalLong uid = uid(content(table), sockets);
                    if (uid.isPresent()) {
                        return uid.getAsLong() == ours;
                    }
                }
                forget();
            }
        } catch (IOException | NumberFormatException e) {
            LOG.warn("the owner of a connection could not be read: {}", e.getClass().getSimpleName());
        }
        return false;
    }

    /** What was read is old: a number may have another owner now. */
    void forget() {
        contents.clear();
    }

    private String content(Path table) throws IOException {
        String known = contents.get(table);
        if (known == null) {
            known = Files.isReadable(table) ? Files.readString(table, StandardCharsets.US_ASCII) : "";
            contents.put(table, known);
        }
        return known;
    }

    private static OptionalLong uid(String table, List<String> sockets) {
        for (String socket : sockets) {
            int at = table.indexOf(socket);
            if (at >= 0) {
                int end = table.indexOf('\n', at);
                String[] fields = BLANKS.split(table.substring(at, end < 0 ? table.length() : end).strip(), UID + 2);
                return OptionalLong.of(Long.parseLong(fields[UID]));
            }
        }
        return OptionalLong.empty();
    }

    /** The socket at the other end as the tables write it: its own address first. */
    private static List<String> sockets(InetSocketAddress peer, InetSocketAddress here) {
        List<String> from = names(peer);
        List<String> to = names(here);
        return IntStream.range(0, from.size()).mapToObj(i -> ' ' + from.get(i) + ' ' + to.get(i) + ' ').toList();
    }

    /** How the tables write an address: words of the machine's byte order, in both families. */
    private static List<String> names(InetSocketAddress address) {
        String port = ":" + String.format(Locale.ROOT, "%04X", address.getPort());
        byte[] bytes = address.getAddress().getAddress();
        if (address.getAddress() instanceof Inet4Address) {
            byte[] mapped = new byte[16];
            mapped[10] = -1;
            mapped[11] = -1;
            System.arraycopy(bytes, 0, mapped, 12, 4);
            return List.of(words(bytes) + port, words(mapped) + port);
        }
        return List.of(words(bytes) + port);
    }

    private static String words(byte[] address) {
        StringBuilder out = new StringBuilder();
        ByteBuffer in = ByteBuffer.wrap(address).order(ByteOrder.nativeOrder());
        while (in.hasRemaining()) {
            out.append(HEX.toHexDigits(in.getInt()));
        }
        return out.toString();
    }
}
