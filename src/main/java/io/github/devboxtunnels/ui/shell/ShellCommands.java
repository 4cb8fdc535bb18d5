package io.github.devboxtunnels.ui.shell;

import java.util.function.Consumer;
import java.util.function.Predicate;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.devboxes.DevboxListViewModel;
import io.github.devboxtunnels.ui.devboxes.ListFilter;
import org.jspecify.annotations.Nullable;

/** What the commands do in a session; those about tunnel and ports come from the page. */
final class ShellCommands {

    private static final Texts TEXTS = Texts.of(ShellCommands.class);

    private final ShellViewModel model;
    private final ShellView view;

    ShellCommands(ShellViewModel model, ShellView view) {
        this.model = model;
        this.view = view;
    }

    void contribute(Commands commands, Runnable quit) {
        DevboxListViewModel devboxes = model.devboxes();
        commands.put(Command.REFRESH, model::refresh).put(Command.LEAVE, model::leave).put(Command.QUIT, quit)
                .put(Command.FIND, view::toSearch).put(Command.CLEAR_SEARCH, devboxes::clearSearch)
                .put(Command.SHOW_ALL, () -> devboxes.filterProperty().set(ListFilter.ALL))
                .put(Command.SHOW_RUNNING, () -> devboxes.filterProperty().set(ListFilter.RUNNING))
                .put(Command.SHOW_SUSPENDED, () -> devboxes.filterProperty().set(ListFilter.SUSPENDED))
                .put(Command.SHOW_WITH_TUNNEL, () -> devboxes.filterProperty().set(ListFilter.WITH_TUNNEL))
                .put(Command.SHOW_OPEN, () -> devboxes.filterProperty().set(ListFilter.OPEN))
                .put(Command.SHOW_ENDED, devboxes::toggleEnded)
                .put(Command.NEXT_PANE, () -> view.toPane(true)).put(Command.PREVIOUS_PANE, () -> view.toPane(false))
                .put(Command.WIDER_LIST, () -> view.widenList(true))
                .put(Command.NARROWER_LIST, () -> view.widenList(false))
                .put(Command.DOCUMENTATION, model::openDocumentation);
        about(commands, Command.COPY_ID, view::copyId, devbox -> true, false);
        about(commands, Command.PIN, devbox -> devboxes.togglePin(devbox.id()), devbox -> true, false);
        about(commands, Command.SUSPEND, model::suspend, devbox -> devbox.status().running(), true);
        about(commands, Command.RESUME, model::resume, devbox -> devbox.status().suspended(), true);
        if (model.hasPlatform()) {
            about(commands, Command.OPEN_IN_RUNLOOP, model::openInRunloop, devbox -> true, false);
        }
    }

    private void about(Commands commands, Command command, Consumer<Devbox> action, Predicate<Devbox> fits,
            boolean changes) {
        commands.put(command, () -> {
            Devbox devbox = model.devboxes().selectedDevbox();
            if (devbox != null) {
                action.accept(devbox);
            }
        }, () -> reason(fits, changes));
    }

    private @Nullable String reason(Predicate<Devbox> fits, boolean changes) {
        Devbox devbox = model.devboxes().selectedDevbox();
        if (devbox == null) {
            return TEXTS.get("shell.unavailable.nothing");
        }
        if (!fits.test(devbox)) {
            return TEXTS.get("shell.unavailable.status");
        }
        return changes && !model.reachable() ? TEXTS.get("shell.unreachable") : null;
    }
}
