package io.github.devboxtunnels.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.github.devboxtunnels.model.Connection;

/** For the walk: the sandbox of another process, told to list so late that what stands in the place of the list is met. */
final class WalkSandbox implements Services.Starter {

    private static final String SLOW_LIST = """
            {"operation": "LIST", "fault": "slow_answer", "value": 700}""";

    private final Connection served;

    WalkSandbox(Connection served) {
        this.served = served;
    }

    @Override
    public Connection start() {
        HttpRequest order = HttpRequest.newBuilder(served.origin().resolve("/_sandbox/faults"))
                .header("Authorization", "Bearer " + served.key().reveal())
                .POST(BodyPublishers.ofString(SLOW_LIST)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = client.send(order, BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the sandbox answers " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return served;
    }
}
