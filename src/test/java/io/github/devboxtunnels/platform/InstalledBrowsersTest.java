package io.github.devboxtunnels.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InstalledBrowsersTest {

    @TempDir
    Path root;
    private Path bin;

    @BeforeEach
    void programs() throws IOException {
        bin = Files.createDirectories(root.resolve("bin"));
        for (String program : List.of("firefox", "chromium", "flatpak", "edit")) {
            Files.createFile(bin.resolve(program));
            Files.setPosixFilePermissions(bin.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private List<InstalledBrowser> find() {
        return find("Linux");
    }

    private List<InstalledBrowser> find(String os) {
        return browsers(os).find();
    }

    private InstalledBrowsers browsers(String os) {
        Properties properties = new Properties();
        properties.setProperty("os.name", os);
        properties.setProperty("user.home", root.resolve("home").toString());
        return new InstalledBrowsers(properties, Map.of("PATH", bin.toString(), "XDG_DATA_DIRS",
                root.resolve("first") + ":" + root.resolve("second")));
    }

    @Test
    void safariIsOnMacosAlone() {
        assertThat(browsers("Mac OS X").safari()).isTrue();
        assertThat(browsers("Linux").safari()).isFalse();
        assertThat(browsers("Windows 11").safari()).isFalse();
    }

    private void entry(String folder, String file, String... lines) throws IOException {
        Path applications = Files.createDirectories(root.resolve(folder).resolve("applications"));
        Files.writeString(applications.resolve(file), "# made by hand\n[Desktop Entry]\nType=Application\n"
                + String.join("\n", lines) + "\n[Desktop Action new-window]\nName=New\nExec=firefox --new %u\n");
    }

    @Test
    void findsWhatCallsItselfABrowserByName() throws IOException {
        entry("first", "firefox.desktop", "Name=Firefox", "Name[de]=Feuerfuchs", "Exec=firefox %u",
                "Categories=Network;WebBrowser;");
        entry("second", "chromium.desktop", "Name=Chromium", "Exec=" + "chromium %U",
                "Categories=Network;WebBrowser;");
        entry("second", "editor.desktop", "Name=Editor", "Exec=edit %f", "Categories=TextEditor;");
        assertThat(find()).extracting(InstalledBrowser::name).containsExactly("Chromium", "Firefox");
        assertThat(find().getLast().opening("file:///tmp/a.html")).containsExactly("firefox", "file:///tmp/a.html");
    }

    @Test
    void leavesOutWhatIsHiddenMissingOrTakesNoPage() throws IOException {
        String browser = "Categories=WebBrowser;";
        entry("first", "a.desktop", "Name=Hidden", "Exec=firefox %u", browser, "NoDisplay=true");
        entry("first", "b.desktop", "Name=Gone", "Exec=konqueror %u", browser);
        entry("first", "c.desktop", "Name=No page", "Exec=firefox", browser);
        entry("first", "d.desktop", "Name=Needs more", "Exec=firefox %u", "TryExec=/nowhere/firefox", browser);
        entry("first", "e.desktop", "Exec=firefox %u", browser);
        assertThat(find()).isEmpty();
    }

    @Test
    void theFirstFolderHidesLaterEntriesOfTheSameFile() throws IOException {
        entry("first", "firefox.desktop", "Name=Firefox", "Exec=firefox --mine %u", "Categories=WebBrowser;");
        entry("second", "firefox.desktop", "Name=Other", "Exec=firefox %u", "Categories=WebBrowser;");
        assertThat(find()).singleElement().extracting(browser -> browser.opening("p"))
                .isEqualTo(List.of("firefox", "--mine", "p"));
    }

    @Test
    void readsQuotesAndFieldCodes() throws IOException {
        entry("first", "f.desktop", "Name=Sandboxed",
                "Exec=flatpak run \"--command=a b\" --file-forwarding org.x @@u %u @@ %i 100%%",
                "Categories=WebBrowser;");
        assertThat(find().getFirst().opening("file:///p")).containsExactly("flatpak", "run", "--command=a b",
                "--file-forwarding", "org.x", "@@u", "file:///p", "@@", "100%");
    }

    @Test
    void rule02SafariWhichDoesNotKnowTheNamesOfGatewaysIsNotOffered() throws IOException {
        for (String name : List.of("Firefox.app", "Safari.app")) {
            Files.createDirectories(root.resolve("home/Applications").resolve(name));
        }
        assertThat(find("Mac OS X")).extracting(InstalledBrowser::name).contains("Firefox").doesNotContain("Safari");
    }
}
