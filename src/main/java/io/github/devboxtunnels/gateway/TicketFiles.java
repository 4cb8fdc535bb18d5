package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import io.github.devboxtunnels.time.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that carry tickets to browsers, readable by the user alone and gone when the ticket is: redeemed, too old,
 * or its gateway stopped. What an ended process left behind goes when the folder is next used. Safe for use from any
 * thread.
 */
final class TicketFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TicketFiles.class);
    private static final String PREFIX = "open-";
    private static final String SUFFIX = ".html";
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path folder;
    private final Timeline timeline;
    private final Map<Path, Timeline.Scheduled> written = new HashMap<>();
    private boolean swept;

    TicketFiles(Path folder, Timeline timeline) {
        this.folder = folder;
        this.timeline = timeline;
    }

    /** Writes the file of a ticket. */
    synchronized Path write(String ticket, String html) throws IOException {
        Files.createDirectories(folder.toAbsolutePath(), attributes("rwx------"));
        sweep();
        // A name that nobody can guess, made new: no link can lie in wait there.
        Path file = file(ticket);
        Files.createFile(file, attributes("rw-------"));
        Files.writeString(file, html, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        written.put(file, timeline.after(Tickets.LIFE, () -> delete(file)));
        return file;
    }

    /** The ticket was redeemed. */
    void spent(String ticket) {
        delete(file(ticket));
    }

    /** By the hash: a listing of the folder tells no ticket. */
    private Path file(String ticket) {
        return folder.toAbsolutePath().resolve(PREFIX + HexFormat.of().formatHex(RandomSecret.hash(ticket), 0, 16)
                + SUFFIX);
    }

    synchronized void delete(Path file) {
        Timeline.Scheduled scheduled = written.remove(file);
        if (scheduled != null) {
            scheduled.cancel();
        }
        remove(file);
    }

    synchronized void deleteAll() {
        Map.copyOf(written).keySet().forEach(this::delete);
    }

    /** Takes the folder away, unless something is in it: it lies where people look. */
    static void leave(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("the folder of the tickets is in use");
        } catch (IOException e) {
            LOG.warn("the folder of the tickets could not be deleted: {}", e.getClass().getSimpleName());
        }
    }

    private void sweep() throws IOException {
        if (swept) {
            return;
        }
        swept = true;
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().plus(Tickets.LIFE).isBefore(timeline.now())) {
                    remove(file);
                }
            }
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a ticket file could not be deleted: {}", e.getClass().getSimpleName());
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
