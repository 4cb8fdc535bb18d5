package io.github.devboxtunnels.app;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/** The embedded sandbox: started when it is first asked for, the same one until the application ends. */
final class SandboxHost implements AutoCloseable {

    private final SandboxOptions options;
    private final Timeline timeline;
    private @Nullable Sandbox running;

    SandboxHost(SandboxOptions options, Timeline timeline) {
        this.options = options;
        this.timeline = timeline;
    }

    /** Starts it, unless it runs, and says how to reach it; blocks. */
    synchronized Connection start() {
        Sandbox sandbox = running;
        if (sandbox == null) {
            sandbox = Sandbox.start(options, timeline);
            running = sandbox;
        }
        return new Connection(Connection.Kind.SANDBOX, ApiOrigin.parse(sandbox.baseUrl().toString()),
                AddressTemplate.parse(sandbox.tunnelUrlTemplate()), sandbox.key());
    }

    @Override
    public synchronized void close() {
        Sandbox sandbox = running;
        if (sandbox != null) {
            sandbox.close();
            running = null;
        }
    }
}
