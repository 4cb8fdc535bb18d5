package io.github.devboxtunnels.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.github.devboxtunnels.model.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InstallationSecretTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndStays() throws IOException {
        Path file = folder.resolve("new").resolve("secret");
        InstallationSecret secret = new InstallationSecret(file);
        assertThat(file).doesNotExist();
        Secret made = secret.get();
        assertThat(made.reveal()).hasSize(43);
        assertThat(secret.get()).isEqualTo(made);
        assertThat(new InstallationSecret(file).get()).isEqualTo(made);
        assertThat(new InstallationSecret(folder.resolve("other")).get()).isNotEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isTakenFromOthersWhoCouldReadIt() throws IOException {
        Path file = folder.resolve("secret");
        Secret made = new InstallationSecret(file).get();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(new InstallationSecret(file).get()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aDamagedOneIsMadeAnew() throws IOException {
        Path file = folder.resolve("secret");
        for (byte[] damage : new byte[][]{{}, "short".getBytes(), {(byte) 0xff, (byte) 0xfe}}) {
            Files.write(file, damage);
            assertThat(new InstallationSecret(file).get().reveal()).hasSize(43);
        }
    }

    @Test
    void oneThatCannotBeKeptIsNotUsed() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new InstallationSecret(inTheWay.resolve("secret")).get())
                .isInstanceOf(IOException.class);
    }
}
