package io.github.devboxtunnels.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.github.devboxtunnels.model.Connection;

/** A sandbox in another process, see {@link SandboxCommand}. */
public final class DistantSandbox {

    private static final String SLOW_LIST = """
            {"operation": "LIST", "fault": "slow_answer", "value": 700}""";

    private final Connection connection;

    /** The one that is reached like this. */
    public DistantSandbox(Connection connection) {
        this.connection = connection;
    }

    /**
     * Has the next list take so long that placeholders are shown meanwhile; blocks.
     *
     * @throws UncheckedIOException when it cannot be reached
     */
    public void listSlowlyOnce() {
        HttpRequest order = HttpRequest.newBuilder(connection.origin().resolve("/_sandbox/faults"))
                .header("Authorization", "Bearer " + connection.key().reveal())
                .POST(BodyPublishers.ofString(SLOW_LIST)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = client.send(order, BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new UncheckedIOException(new IOException("the sandbox answers " + answer.statusCode()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
