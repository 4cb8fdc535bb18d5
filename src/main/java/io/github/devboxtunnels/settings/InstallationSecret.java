package io.github.devboxtunnels.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

import io.github.devboxtunnels.model.Secret;

/**
 * 32 random bytes of this installation in a file of their own, which the user alone can read. It is made when it is
 * first asked for and then stays, for names are derived from it that bookmarks hold.
 */
public final class InstallationSecret {

    private static final int BYTES = 32;
    private static final String OWNER = "rw-------";
    private static final Pattern WHOLE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Path file;

    /** Kept in the given file, which need not exist. */
    public InstallationSecret(Path file) {
        this.file = file;
    }

    /**
     * Reads it, or makes it.
     *
     * @throws IOException when it can neither be read nor kept; one that is not kept would change every name
     */
    public synchronized Secret get() throws IOException {
        String there = read();
        if (!WHOLE.matcher(there).matches()) {
            write(random());
            there = read();
        }
        return Secret.of(there);
    }

    private String read() throws IOException {
        try {
            String found = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (posix()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER));
            }
            return found;
        } catch (NoSuchFileException e) {
            return "";
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private void write(String text) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder, attributes("rwx------"));
        Path temporary = Files.createTempFile(folder, "secret", ".tmp", attributes(OWNER));
        try {
            Files.writeString(temporary, text + "\n", StandardCharsets.US_ASCII);
            move(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private FileAttribute<?>[] attributes(String permissions) {
        return posix()
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
