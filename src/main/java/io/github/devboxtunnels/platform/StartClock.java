package io.github.devboxtunnels.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** How long this process has been running and how much memory it holds, for {@code --measure-start}. */
public final class StartClock {

    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** USER_HZ, the unit of {@code starttime} in proc(5), on every Linux Java runs on. */
    private static final int TICKS_PER_SECOND = 100;
    /** Field 22 of proc(5), counted from behind the command name, which is field 2. */
    private static final int START_TIME = 19;

    private StartClock() {
    }

    /**
     * Time since the operating system started the process. Linux tells it to 10 ms; elsewhere the JDK's own start time
     * is taken.
     */
    public static Duration sinceProcessStart() {
        try {
            String stat = Files.readString(STAT);
            List<String> fields = words(stat.substring(stat.lastIndexOf(')') + 2));
            long start = Long.parseLong(fields.get(START_TIME)) * 1000 / TICKS_PER_SECOND;
            double uptime = Double.parseDouble(words(Files.readString(UPTIME)).getFirst());
            return Duration.ofMillis(Math.round(uptime * 1000) - start);
        } catch (IOException e) {
            return ProcessHandle.current().info().startInstant()
                    .map(started -> Duration.between(started, Instant.now())).orElse(Duration.ZERO);
        }
    }

    /** Resident memory in MB (10^6 bytes), or of the Java heap alone where the system does not tell. */
    public static long residentMegabytes() {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(words(line).get(1)) * 1024 / 1_000_000).findFirst().orElse(0);
        } catch (IOException e) {
            return Runtime.getRuntime().totalMemory() / 1_000_000;
        }
    }

    private static List<String> words(String text) {
        return SPACE.splitAsStream(text).toList();
    }
}
