import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders of files. */
final class Trees {

    private Trees() {
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path each : walk(folder).sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isSymbolicLink(each) && !each.toFile().canWrite()) {
                    each.toFile().setWritable(true);
                }
                Files.delete(each);
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path each : walk(from).toList()) {
            Path target = to.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(target);
            } else {
                Files.copy(each, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** One time for all, and the permissions packages have. */
    static void settle(Path folder, Instant time) throws IOException {
        FileTime stamp = FileTime.from(time);
        for (Path each : walk(folder).sorted(Comparator.reverseOrder()).toList()) {
            if (!Files.isSymbolicLink(each)) {
                boolean open = Files.isDirectory(each) || Files.isExecutable(each) && !library(each);
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
            }
            Files.getFileAttributeView(each, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(stamp, null, null);
        }
    }

    /** Size in whole KiB, as control files want it. */
    static long kibibytes(Path folder) throws IOException {
        return walk(folder).filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)).mapToLong(each -> {
            try {
                return (Files.size(each) + 1023) / 1024;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).sum();
    }

    static Stream<Path> walk(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return List.copyOf(all.toList()).stream();
        }
    }

    private static boolean library(Path file) {
        return file.toString().endsWith(".so") || file.toString().endsWith(".jar");
    }
}
