import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code jlink.json} says; README.md beside this file describes every member.
 *
 * @param modules of the run-time image
 * @param linkOptions of jlink
 * @param launcher name of the command
 * @param module main module and class, as {@code java --module} takes it
 * @param jvm flags of the launcher, and of the training
 * @param safeLauncher name of the second command
 * @param safeJvm flags that the second command adds
 * @param gatewayLauncher name of the command that serves gateways, which the application alone starts
 * @param gatewayJvm flags of that command
 * @param cache file name of the AOT cache
 * @param trainingArguments what makes the application train the cache
 * @param trainingJvm flags the training alone has
 * @param installers types of the platform
 */
record Config(List<String> modules, List<String> linkOptions, String launcher, String module, List<String> jvm,
        String safeLauncher, List<String> safeJvm, String gatewayLauncher, List<String> gatewayJvm, String cache,
        List<String> trainingArguments, List<String> trainingJvm, List<String> installers) {

    static Config read(Path file, Platform platform) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        return new Config(words(json, "/image/modules"), words(json, "/image/options"), word(json, "/launcher/name"),
                word(json, "/launcher/module"), words(json, "/launcher/jvm"), word(json, "/safe-mode/name"),
                words(json, "/safe-mode/jvm"), word(json, "/gateways/name"), words(json, "/gateways/jvm"),
                word(json, "/aot/cache"), words(json, "/aot/arguments"), words(json, "/aot/jvm"),
                words(json, "/installers/" + platform.key()));
    }

    private static String word(JsonNode json, String pointer) {
        return json.requiredAt(pointer).stringValue();
    }

    private static List<String> words(JsonNode json, String pointer) {
        List<String> result = new ArrayList<>();
        json.requiredAt(pointer).forEach(each -> result.add(each.stringValue()));
        return result;
    }
}
