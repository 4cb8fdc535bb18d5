package io.github.devboxtunnels.settings;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file behind the settings. What a newer version wrote into it stays: only members whose meaning changed are
 * written anew, and members of theirs that are unknown here are kept. Not safe for use from several threads.
 */
final class SettingsFile {

    private final Path path;
    private ObjectNode onDisk = JsonNodeFactory.instance.objectNode();
    private Settings meaning = Settings.DEFAULTS;
    private @Nullable Path damaged;

    /** The given file, which need not exist. */
    SettingsFile(Path path) {
        this.path = path;
    }

    /**
     * Reads the file; a missing one is the defaults, a damaged one is set aside and is the defaults.
     *
     * @throws IOException when it exists but cannot be read, or cannot be set aside
     */
    Settings read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return meaning;
        }
        if (parse(bytes) instanceof ObjectNode root) {
            onDisk = root;
            meaning = SettingsJson.read(root);
        } else {
            damaged = setAside();
        }
        return meaning;
    }

    /** Where a damaged file was put; null when there was none. */
    @Nullable
    Path damaged() {
        return damaged;
    }

    /** Writes to a file beside it, then moves that into place, so that a crash leaves the old or the new one whole. */
    void write(Settings settings) throws IOException {
        ObjectNode next = merge(onDisk, SettingsJson.write(meaning), SettingsJson.write(settings));
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder, userOnly(folder, "rwx------"));
        Path temporary = Files.createTempFile(folder, "settings", ".tmp", userOnly(folder, "rw-------"));
        try {
            Files.write(temporary, JsonTree.write(next));
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
        onDisk = next;
        meaning = settings;
    }

    private static @Nullable JsonNode parse(byte[] bytes) {
        try {
            return JsonTree.read(bytes);
        } catch (JacksonException e) {
            return null;
        }
    }

    private Path setAside() throws IOException {
        for (int n = 1;; n++) {
            Path aside = path.resolveSibling(path.getFileName() + ".damaged-" + n);
            try {
                Files.move(path, aside);
                return aside;
            } catch (FileAlreadyExistsException e) {
                // An earlier one; the next number is tried.
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] userOnly(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    /** What is unknown here stands first, then our members in their order, which tells the older from the newer. */
    private static ObjectNode merge(ObjectNode disk, ObjectNode was, ObjectNode is) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        disk.properties().forEach(member -> {
            if (!was.has(member.getKey()) && !is.has(member.getKey())) {
                merged.set(member.getKey(), member.getValue());
            }
        });
        is.properties().forEach(member -> merged.set(member.getKey(), merge(disk.path(member.getKey()),
                was.path(member.getKey()), member.getValue())));
        return merged;
    }

    private static JsonNode merge(JsonNode disk, JsonNode was, JsonNode is) {
        if (disk instanceof ObjectNode there && was instanceof ObjectNode old && is instanceof ObjectNode now) {
            return merge(there, old, now);
        }
        return was.equals(is) && !disk.isMissingNode() ? disk : is;
    }
}
