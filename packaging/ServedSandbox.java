import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox in a process of its own, which the training visits. */
final class ServedSandbox implements AutoCloseable {

    private final Process process;
    private final Map<String, String> environment;

    private ServedSandbox(Process process, Map<String, String> environment) {
        this.process = process;
        this.environment = environment;
    }

    static ServedSandbox start(Build build) throws IOException {
        if (build.tools().plans()) {
            return new ServedSandbox(null, Map.of());
        }
        List<String> command = new ArrayList<>(List.of(build.java().toString()));
        command.addAll(build.config().jvm());
        command.addAll(List.of("--module", build.config().module(), "--serve-sandbox"));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the sandbox did not start");
        }
        JsonNode said = JsonMapper.shared().readTree(line);
        return new ServedSandbox(process, Map.of("RUNLOOP_API_KEY", said.path("apiKey").stringValue(),
                "RUNLOOP_BASE_URL", said.path("baseUrl").stringValue(), "DEVBOX_TUNNELS_URL_TEMPLATE",
                said.path("tunnelUrlTemplate").stringValue()));
    }

    /** What the training finds it by. */
    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }
}
