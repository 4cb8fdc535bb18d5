package io.github.devboxtunnels.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox in a process of its own. */
final class ServedSandbox implements AutoCloseable {

    private final Child child;
    private final String baseUrl;
    private final String key;

    private ServedSandbox(Child child, JsonNode address) {
        this.child = child;
        this.baseUrl = address.path("baseUrl").stringValue();
        this.key = address.path("apiKey").stringValue();
    }

    static ServedSandbox start(int devboxes) throws IOException {
        Child child = Child.application(List.of(), Map.of(), "--serve-sandbox", "--port", "0", "--devboxes",
                Integer.toString(devboxes));
        return new ServedSandbox(child, JsonMapper.shared().readTree(child.line()));
    }

    String baseUrl() {
        return baseUrl;
    }

    /** What a client of it has in its environment. */
    Map<String, String> environment() {
        return Map.of("RUNLOOP_API_KEY", key, "RUNLOOP_BASE_URL", baseUrl);
    }

    /** Whether somebody has been answered a list of devboxes. */
    boolean hasListed() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/_sandbox/ledger"))
                .header("Authorization", "Bearer " + key).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            JsonNode ledger = JsonMapper.shared().readTree(client.send(request, BodyHandlers.ofString()).body());
            for (JsonNode answered : ledger.path("requests")) {
                if (answered.path("path").stringValue("").equals("/v1/devboxes")) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
