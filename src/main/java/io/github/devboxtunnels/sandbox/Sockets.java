package io.github.devboxtunnels.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Lists what listens in a devbox in the words of the usual tools, as recorded from Debian 12. */
final class Sockets {

    private static final int FIRST_PID = 412;
    private static final int FIRST_FD = 18;
    private static final int FIRST_INODE = 20_113;

    private final List<Listener> listeners;

    Sockets(List<Listener> listeners) {
        this.listeners = listeners;
    }

    String ss(boolean header, boolean processes) {
        String head = "State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\n";
        return (header ? head : "") + rows((listener, number) -> {
            String here = listener.anywhere() ? sixth(listener) ? "*" : "0.0.0.0" : "127.0.0.1";
            String there = listener.anywhere() && sixth(listener) ? "*:*" : "0.0.0.0:*";
            return String.format(Locale.ROOT, "LISTEN 0      511    %18s %17s    %s%n", here + ":" + listener.port(),
                    there, processes
                            ? String.format(Locale.ROOT, "users:((\"%s\",pid=%d,fd=%d))",
                                    listener.kind().process(), FIRST_PID + number, FIRST_FD + number)
                            : "");
        });
    }

    String netstat(boolean processes) {
        return "Active Internet connections (only servers)\n"
                + "Proto Recv-Q Send-Q Local Address           Foreign Address         State      "
                + (processes ? " PID/Program name    \n" : "\n") + rows((listener, number) -> {
                    boolean six = listener.anywhere() && sixth(listener);
                    String here = (listener.anywhere() ? six ? "::" : "0.0.0.0" : "127.0.0.1") + ":" + listener.port();
                    return String.format(Locale.ROOT, "%-4s       0      0 %-23s %-23s LISTEN      %s%n",
                            six ? "tcp6" : "tcp", here, six ? ":::*" : "0.0.0.0:*",
                            processes ? FIRST_PID + number + "/" + listener.kind().process() : "");
                });
    }

    /** {@code /proc/net/tcp}, or {@code tcp6}: addresses in hexadecimal of the machine's byte order, 0A is LISTEN. */
    String proc(boolean six) {
        String head = six
                ? "  sl  local_address                         remote_address                        st"
                        + " tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
                : "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
        String nowhere = six ? "0".repeat(32) : "0".repeat(8);
        return head + rows((listener, number) -> {
            if (six != (listener.anywhere() && sixth(listener))) {
                return "";
            }
            return String.format(Locale.ROOT,
                    "%4d: %s:%04X %s:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 %d 1"
                            + " 0000000000000000 100 0 0 10 0%n",
                    number, listener.anywhere() ? nowhere : "0100007F", listener.port(), nowhere,
                    FIRST_INODE + number);
        });
    }

    private String rows(BiFunction<Listener, Integer, String> row) {
        StringBuilder rows = new StringBuilder();
        IntStream.range(0, listeners.size()).forEach(i -> rows.append(row.apply(listeners.get(i), i)));
        return rows.toString().replace("\r\n", "\n");
    }

    /** Python's server binds the IPv6 wildcard, which takes IPv4 too. */
    private static boolean sixth(Listener listener) {
        return listener.kind() == Listener.Kind.JSON;
    }
}
