package io.github.devboxtunnels.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser that never opens, and keeps what a real one would have been started with. */
public final class RecordingBrowser {

    /** What a program is started with. */
    public record Start(List<String> command, Map<String, String> environment) {
    }

    private final List<Start> starts = new CopyOnWriteArrayList<>();
    private final BrowserOpener opener;

    /** Started from an environment without anything of note. */
    public RecordingBrowser() {
        this(Map.of());
    }

    /** Started from an environment. */
    public RecordingBrowser(Map<String, String> environment) {
        opener = new BrowserOpener("Linux", environment, (command, variables) -> {
            starts.add(new Start(List.copyOf(command), Map.copyOf(variables)));
            return time -> false;
        });
    }

    /** Opens an address. */
    public boolean open(URI address) throws InterruptedException {
        return opener.open(address);
    }

    /** Opens a file. */
    public boolean open(Path page, InstalledBrowser in) throws InterruptedException {
        return opener.open(page, in);
    }

    /** Every program started so far. */
    public List<Start> starts() {
        return List.copyOf(starts);
    }
}
