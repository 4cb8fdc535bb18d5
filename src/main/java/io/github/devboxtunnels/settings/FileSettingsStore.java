package io.github.devboxtunnels.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings in a JSON file of the user. Changes are gathered and written together a moment later, in the background; a
 * disk that does not take them costs a line in the log, never the running application.
 */
public final class FileSettingsStore implements SettingsStore, AutoCloseable {

    /** How long changes are gathered. */
    static final Duration GATHER = Duration.ofMillis(500);

    private final Object writing = new Object();
    private final SettingsFile file;
    private final Timeline timeline;
    private final boolean readable;

    private Settings current;
    private Settings written;
    private Timeline.@Nullable Scheduled pending;

    /** Reads the file, which need not exist. */
    public FileSettingsStore(Path path, Timeline timeline) {
        this.file = new SettingsFile(path);
        this.timeline = timeline;
        Settings found = null;
        try {
            found = file.read();
        } catch (IOException e) {
            log().warn("the settings could not be read and are left alone: {}", e.toString());
        }
        readable = found != null;
        current = found == null ? Settings.DEFAULTS : found;
        written = current;
        damaged().ifPresent(aside -> log().warn("damaged settings were set aside as {}", aside.getFileName()));
    }

    /** Where a damaged file was put at the start, to tell the user. */
    public Optional<Path> damaged() {
        return Optional.ofNullable(file.damaged());
    }

    @Override
    public synchronized Settings current() {
        return current;
    }

    @Override
    public synchronized void update(UnaryOperator<Settings> change) {
        current = change.apply(current);
        if (pending == null && readable && !current.equals(written)) {
            pending = timeline.after(GATHER, this::flush);
        }
    }

    /** Writes what has not been written yet. */
    @Override
    public void close() {
        Timeline.Scheduled scheduled;
        synchronized (this) {
            scheduled = pending;
        }
        if (scheduled != null) {
            scheduled.cancel();
        }
        flush();
    }

    private void flush() {
        synchronized (writing) {
            Settings settings;
            synchronized (this) {
                pending = null;
                settings = current;
                if (!readable || settings.equals(written)) {
                    return;
                }
            }
            try {
                file.write(settings);
            } catch (IOException e) {
                log().warn("the settings could not be written: {}", e.toString());
                return;
            }
            synchronized (this) {
                written = settings;
            }
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(FileSettingsStore.class);
    }
}
