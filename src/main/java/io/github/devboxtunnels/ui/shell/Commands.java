package io.github.devboxtunnels.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** What the commands do in one place of the application. A command nobody gave a meaning is not there. */
public final class Commands {

    private final Map<Command, Meaning> meanings = new EnumMap<>(Command.class);

    private Supplier<@Nullable String> refused = () -> null;

    private record Meaning(Runnable action, Supplier<@Nullable String> unavailable) {
    }

    /** Gives a command a meaning. */
    public Commands put(Command command, Runnable action) {
        return put(command, action, () -> null);
    }

    /**
     * Gives a command a meaning.
     *
     * @param unavailable why it cannot be done now, in a few words; null while it can
     */
    public Commands put(Command command, Runnable action, Supplier<@Nullable String> unavailable) {
        meanings.put(command, new Meaning(action, unavailable));
        return this;
    }

    /**
     * Lets none of them be done for a while.
     *
     * @param reason why, in a few words; null while they can be done
     */
    void refuse(Supplier<@Nullable String> reason) {
        refused = reason;
    }

    /** Whether it is there. */
    public boolean has(Command command) {
        return meanings.containsKey(command);
    }

    /** Why it cannot be done now; null while it can. */
    public @Nullable String unavailable(Command command) {
        Meaning meaning = meanings.get(command);
        if (meaning == null) {
            return null;
        }
        String reason = refused.get();
        return reason == null ? meaning.unavailable().get() : reason;
    }

    /** Does it, if it is there and can be done; says whether it did. */
    public boolean run(Command command) {
        Meaning meaning = meanings.get(command);
        if (meaning == null || unavailable(command) != null) {
            return false;
        }
        meaning.action().run();
        return true;
    }
}
