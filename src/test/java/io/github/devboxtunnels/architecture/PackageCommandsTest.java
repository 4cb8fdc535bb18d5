package io.github.devboxtunnels.architecture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands that make the packages of each system, of which only one can be run on the machine at hand. */
class PackageCommandsTest {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData");

    @Test
    void everySystemLinksOneImageAndTrainsItsCache() throws Exception {
        for (String system : List.of("linux", "windows", "macos")) {
            List<List<String>> commands = commands(system);
            List<String> link = of(commands, "jlink").getFirst();
            assertThat(after(link, "--add-modules").split(",")).contains("io.github.devboxtunnels",
                    "ch.qos.logback.classic");
            List<List<String>> java = commands.stream().filter(each -> each.getFirst().matches(".*java(\\.exe)?"))
                    .toList();
            assertThat(java).hasSize(2);
            assertThat(java.getFirst()).containsAll(FLAGS).contains("--train", "-Dglass.platform=Headless")
                    .anyMatch(word -> word.startsWith("-XX:AOTCacheOutput="));
            assertThat(java.getLast()).containsAll(FLAGS).contains("-XX:AOTMode=on")
                    .anyMatch(word -> word.startsWith("-XX:AOTCache="));
        }
    }

    @Test
    void javafxIsRepackedSoThatNothingIsUnpackedAtAStart() throws Exception {
        List<List<String>> commands = commands("linux");
        assertThat(of(commands, "jmod")).hasSize(3).allSatisfy(
                command -> assertThat(command).startsWith("jmod", "create", "--class-path").contains("--libs"));
        assertThat(after(of(commands, "jlink").getFirst(), "--module-path")).contains(".jmod")
                .doesNotContain("javafx-controls-26.0.2.jar");
    }

    @Test
    void linuxGetsBothPackagesFromTheSameImage() throws Exception {
        List<List<String>> commands = commands("linux");
        assertThat(of(commands, "jpackage")).isEmpty();
        assertThat(of(commands, "dpkg-deb").getFirst()).contains("--root-owner-group", "-Zxz", "--build")
                .anyMatch(word -> word.matches(".*devbox-tunnels_[0-9.]+-1_(amd64|arm64)\\.deb"));
        assertThat(of(commands, "rpmbuild").getFirst()).contains("-bb");
    }

    @Test
    void windowsGetsAnMsiThatReplacesOlderOnes() throws Exception {
        List<List<String>> jpackage = of(commands("windows"), "jpackage");
        assertThat(after(jpackage.getFirst(), "--type")).isEqualTo("app-image");
        assertThat(jpackage.getFirst()).containsAll(FLAGS).contains("-XX:AOTCache=$APPDIR/app.aot")
                .anyMatch(word -> word.startsWith("devbox-tunnels-safe-mode="))
                .anyMatch(word -> word.startsWith("devbox-tunnels-gateways="))
                .contains("-Ddevboxtunnels.gateways=$APPDIR/../devbox-tunnels-gateways.exe");
        assertThat(after(jpackage.getFirst(), "--icon")).endsWith(".ico");
        assertThat(after(jpackage.getLast(), "--type")).isEqualTo("msi");
        assertThat(after(jpackage.getLast(), "--win-upgrade-uuid")).isEqualTo("6f0c0a5e-2f0b-4d0e-9c57-0f6a7f4f3a51");
        assertThat(after(jpackage.getLast(), "--app-version")).matches("[0-9]+(\\.[0-9]+)*");
    }

    @Test
    void windowsHasTheCommandOnItsPathAndOpensLinks() throws Exception {
        List<List<String>> jpackage = of(commands("windows"), "jpackage");
        String command = jpackage.getFirst().stream().filter(word -> word.startsWith("devbox-tunnels="))
                .findFirst().orElseThrow();
        assertThat(Path.of(command.substring(command.indexOf('=') + 1))).content().contains("win-console=true")
                .contains("win-menu=false");
        Path installer = Path.of(after(jpackage.getLast(), "--resource-dir"), "main.wxs");
        assertThat(installer).content().contains("Key=\"Software\\Classes\\" + scheme() + "\\shell\\open\\command\"")
                .contains("Name=\"PATH\"");
    }

    /** What the desktop entry of Linux registers. */
    private static String scheme() throws Exception {
        String entry = Files.readString(Path.of("packaging/linux/io.github.devboxtunnels.devbox_tunnels.desktop"));
        Matcher scheme = Pattern.compile("x-scheme-handler/([^;]+);").matcher(entry);
        assertThat(scheme.find()).isTrue();
        return scheme.group(1);
    }

    @Test
    void macGetsADmgAndAPkgOfABundleSealedAfterTraining() throws Exception {
        List<List<String>> commands = commands("macos");
        List<String> names = commands.stream().map(each -> Path.of(each.getFirst()).getFileName().toString()).toList();
        assertThat(names.indexOf("codesign")).isGreaterThan(names.lastIndexOf("java"));
        assertThat(of(commands, "codesign").getFirst()).contains("--options", "runtime").anyMatch(
                word -> word.endsWith("entitlements.plist"));
        List<List<String>> jpackage = of(commands, "jpackage");
        assertThat(jpackage.stream().map(each -> after(each, "--type"))).containsExactly("app-image", "dmg", "pkg");
        assertThat(jpackage).allSatisfy(each -> {
            assertThat(after(each, "--icon")).endsWith(".icns");
            assertThat(after(each, "--app-version")).as("macOS refuses a version that begins with 0")
                    .doesNotStartWith("0");
        });
    }

    private static List<List<String>> of(List<List<String>> commands, String name) {
        return commands.stream().filter(each -> each.getFirst().equals(name)).toList();
    }

    private static String after(List<String> command, String option) {
        assertThat(command).contains(option);
        return command.get(command.indexOf(option) + 1);
    }

    private static List<List<String>> commands(String system) throws Exception {
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(each -> each.matches(
                        ".*/(javafx|jackson-(core|databind|annotations)|logback|slf4j-api|vertx|netty)[^/]*\\.jar"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
        String modules = Arrays.stream(libraries.split(java.io.File.pathSeparator))
                .filter(each -> each.matches(
                        ".*/(javafx-(base|graphics)-.*-[a-z]+|jackson-(core-3|databind-3|annotations).*)[^/]*\\.jar"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "--module-path", modules, "--add-modules=tools.jackson.databind,javafx.graphics",
                "packaging/Package.java", "plan", ".", "0.1.0-SNAPSHOT", "2026-01-02T03:04:05Z", libraries, system));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().filter(line -> line.contains("\t")).map(line -> List.of(line.split("\t", -1))).toList();
    }
}
