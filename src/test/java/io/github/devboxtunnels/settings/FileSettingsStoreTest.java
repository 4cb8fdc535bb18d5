package io.github.devboxtunnels.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.settings.Settings.TunnelChoices;
import io.github.devboxtunnels.settings.Settings.WindowPlace;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FileSettingsStoreTest {

    private static final List<ListedPort> WEB = List.of(new ListedPort("Web", 3000, "/a b"));
    private static final Settings FULL = Settings.DEFAULTS.withTheme(ThemeChoice.DARK)
            .withWindow(new WindowPlace(10, 20.5, 1200, 760, true)).withListWidth(333.0).withClipboardSeconds(0)
            .withSelected("sandbox", "dbx_1").withPinned("sandbox", List.of("dbx_2", "dbx_3"))
            .withRecent("https://api.runloop.ai", List.of("dbx_9"))
            .withChoices("sandbox", new TunnelChoices(false, true))
            .withPorts("sandbox api-server", WEB)
            .withGatewayPort("3000-api-kq3vtz7mwx2p.localhost", 49_207);

    @TempDir
    Path folder;

    private final SimulatedTimeline timeline = new SimulatedTimeline();

    private Path file() {
        return folder.resolve("sub").resolve("settings.json");
    }

    private FileSettingsStore store() {
        return new FileSettingsStore(file(), timeline);
    }

    private void given(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    @Test
    void everythingComesBackAtTheNextStart() {
        try (FileSettingsStore store = store()) {
            assertThat(store.current()).isEqualTo(Settings.DEFAULTS);
            store.update(settings -> FULL);
        }
        assertThat(store().current()).isEqualTo(FULL);
    }

    @Test
    void ofManyGatewaysThePortsUsedLastAreKept() {
        Settings many = Settings.DEFAULTS;
        for (int i = 0; i < 250; i++) {
            many = many.withGatewayPort("a", 40_000 + i).withGatewayPort("n" + i, 50_000 + i);
        }
        assertThat(many.gatewayPorts()).hasSize(200).containsEntry("a", 40_249).containsEntry("n249", 50_249)
                .doesNotContainKey("n0");
    }

    @Test
    void theOrderInWhichPortsWereWrittenComesBack() {
        Settings later;
        try (FileSettingsStore store = store()) {
            store.update(settings -> settings.withGatewayPort("b", 1).withGatewayPort("a", 2).withPorts("y", WEB)
                    .withPorts("x", WEB));
        }
        try (FileSettingsStore store = store()) {
            assertThat(store.current().gatewayPorts().keySet()).containsExactly("b", "a");
            assertThat(store.current().ports().keySet()).containsExactly("y", "x");
            store.update(settings -> settings.withGatewayPort("b", 3));
            later = store.current();
        }
        assertThat(store().current().gatewayPorts().keySet()).containsExactly("a", "b");
        assertThat(store().current()).isEqualTo(later);
    }

    @Test
    void aPortThatIsNoneIsForgotten() throws IOException {
        given("{\"gatewayPorts\": {\"a\": 0, \"b\": \"49207\", \"c\": 70000, \"d\": 49207}}");
        assertThat(store().current().gatewayPorts()).hasSize(1).containsEntry("d", 49_207);
    }

    @Test
    void manyChangesAreOneWriteAMomentLater() {
        FileSettingsStore store = store();
        for (int i = 0; i < 50; i++) {
            double width = 300 + i;
            store.update(settings -> settings.withListWidth(width));
        }
        assertThat(file()).doesNotExist();
        assertThat(timeline.scheduled()).isEqualTo(1);
        timeline.advance(Duration.ofSeconds(1));
        assertThat(store().current().listWidth()).isEqualTo(349.0);
        assertThat(timeline.scheduled()).isZero();
    }

    @Test
    void aChangeBackToWhatWasIsNotWritten() {
        FileSettingsStore store = store();
        store.update(settings -> settings);
        assertThat(timeline.scheduled()).isZero();
    }

    @Test
    void closingWritesAtOnce() {
        FileSettingsStore store = store();
        store.update(settings -> settings.withTheme(ThemeChoice.LIGHT));
        store.close();
        assertThat(store().current().theme()).isEqualTo(ThemeChoice.LIGHT);
        assertThat(timeline.scheduled()).isZero();
    }

    @Test
    void onlyTheUserMayReadThem() throws IOException {
        try (FileSettingsStore store = store()) {
            store.update(settings -> FULL);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
        assertThat(file().getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void whatANewerVersionWroteStays() throws IOException {
        given("""
                {"theme": "high_contrast", "language": "de", "window": {"x": 1, "y": 2, "width": 900, "height": 600,
                 "maximised": false, "screen": "left"}, "choices": {"sandbox": {"keepAlive": true,
                 "wakeOnHttp": false, "extra": 1}}, "clipboardSeconds": "soon"}""");
        try (FileSettingsStore store = store()) {
            assertThat(store.current().theme()).isEqualTo(ThemeChoice.SYSTEM);
            assertThat(store.current().clipboardSeconds()).isEqualTo(30);
            store.update(settings -> settings.withWindow(new WindowPlace(5, 2, 900, 600, false))
                    .withChoices("other", new TunnelChoices(true, true)));
        }
        assertThat(Files.readString(file())).contains("\"high_contrast\"", "\"language\" : \"de\"",
                "\"screen\" : \"left\"", "\"extra\" : 1", "\"x\" : 5.0", "\"soon\"");
        assertThat(store().current().choices()).hasSize(2);
    }

    @Test
    void whatIsTakenAwayIsGone() {
        try (FileSettingsStore store = store()) {
            store.update(settings -> FULL);
        }
        try (FileSettingsStore store = store()) {
            store.update(settings -> settings.withSelected("sandbox", null).withPinned("sandbox", List.of())
                    .withListWidth(null));
        }
        assertThat(store().current().selected()).isEmpty();
        assertThat(store().current().pinned()).isEmpty();
        assertThat(store().current().listWidth()).isNull();
    }

    @Test
    void aDamagedFileIsSetAsideAndReported() throws IOException {
        for (int n = 1; n <= 2; n++) {
            given("{\"theme\": \"da" + n);
            try (FileSettingsStore store = store()) {
                assertThat(store.current()).isEqualTo(Settings.DEFAULTS);
                assertThat(store.damaged()).contains(file().resolveSibling("settings.json.damaged-" + n));
                assertThat(store.damaged().orElseThrow()).content().endsWith("da" + n);
                store.update(settings -> settings.withTheme(ThemeChoice.DARK));
            }
            assertThat(store().current().theme()).isEqualTo(ThemeChoice.DARK);
        }
    }

    @Test
    void anEmptyFileAndAListAreDamagedToo() throws IOException {
        for (String text : List.of("", "[]", "\"x\"", "null", "\u0000\u0000")) {
            given(text);
            assertThat(store().damaged()).as(text).isPresent();
        }
    }

    @Test
    void oddValuesCostOnlyThemselves() throws IOException {
        given("""
                {"theme": 7, "window": {"x": "left"}, "listWidth": "wide", "selected": {"a": 1, "b": "dbx"},
                 "pinned": {"a": ["x", 5]}, "ports": {"a": [{"name": "Web", "number": 99999, "path": "/"},
                 {"name": "Web", "number": 3000, "path": "/"}]}, "choices": []}""");
        Settings settings = store().current();
        assertThat(settings).isEqualTo(Settings.DEFAULTS.withSelected("b", "dbx").withPinned("a", List.of("x"))
                .withPorts("a", List.of(new ListedPort("Web", 3000, "/"))));
    }

    @Test
    void aFileThatCannotBeReadIsLeftAlone() throws IOException {
        Files.createDirectories(file().resolve("not-a-file"));
        try (FileSettingsStore store = store()) {
            assertThat(store.current()).isEqualTo(Settings.DEFAULTS);
            store.update(settings -> FULL);
            assertThat(store.current()).isEqualTo(FULL);
        }
        assertThat(file()).isDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeCostsOnlyTheMemory() throws IOException {
        Files.writeString(folder.resolve("sub"), "in the way");
        try (FileSettingsStore store = store()) {
            store.update(settings -> FULL);
            timeline.advance(Duration.ofSeconds(1));
            assertThat(store.current()).isEqualTo(FULL);
        }
        assertThat(folder.resolve("sub")).hasContent("in the way");
    }

    @Test
    void aLinkedFileStaysALink() throws IOException {
        Path real = folder.resolve("dotfiles.json");
        Files.writeString(real, "{}");
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), real);
        try (FileSettingsStore store = store()) {
            store.update(settings -> settings.withTheme(ThemeChoice.DARK));
        }
        assertThat(file()).isSymbolicLink();
        assertThat(real).content().contains("dark");
    }
}
