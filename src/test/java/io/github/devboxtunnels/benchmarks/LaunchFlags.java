package io.github.devboxtunnels.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JVM flags of a command of the packages, read from the one file that names them. */
final class LaunchFlags {

    private LaunchFlags() {
    }

    static List<String> read(Path file, String command) {
        try {
            JsonNode flags = JsonMapper.shared().readTree(Files.readString(file)).path(command).path("jvm");
            List<String> result = new ArrayList<>();
            flags.forEach(flag -> {
                if (!flag.stringValue().startsWith("--enable-native-access")) {
                    result.add(flag.stringValue());
                }
            });
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
