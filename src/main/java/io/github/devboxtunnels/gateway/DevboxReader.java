package io.github.devboxtunnels.gateway;

import java.util.concurrent.CompletionStage;

import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API about a devbox: before a request when the status known is old, and after an answer that casts doubt on
 * what is known. Never more than once at a time for a gateway.
 */
@FunctionalInterface
public interface DevboxReader {

    /**
     * Begins to read; called on the gateway's thread, so it must not block.
     *
     * @return the devbox, or null when the API says there is none (404); fails when the API could not be asked
     */
    CompletionStage<@Nullable Devbox> read(String devboxId);
}
