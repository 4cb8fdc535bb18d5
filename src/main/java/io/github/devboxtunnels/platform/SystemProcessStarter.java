package io.github.devboxtunnels.platform;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Real child processes. Their output is discarded, because browsers print addresses. */
final class SystemProcessStarter implements ProcessStarter {

    @Override
    public Started start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return time -> process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS) && process.exitValue() != 0;
    }
}
