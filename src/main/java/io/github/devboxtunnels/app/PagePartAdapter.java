package io.github.devboxtunnels.app;

import javafx.scene.Node;

import io.github.devboxtunnels.ui.shell.Command;
import io.github.devboxtunnels.ui.shell.Commands;
import io.github.devboxtunnels.ui.shell.PagePart;
import io.github.devboxtunnels.ui.tunnel.DevboxPageView;
import io.github.devboxtunnels.ui.tunnel.DevboxPageViewModel;
import io.github.devboxtunnels.ui.tunnel.PageVerbs;
import org.jspecify.annotations.Nullable;

/** Puts the page of a devbox beside the list, so that neither feature knows the other. */
record PagePartAdapter(DevboxPageViewModel model, DevboxPageView view) implements PagePart {

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void show(@Nullable String id) {
        model.show(id);
    }

    @Override
    public void focusFirst() {
        view.focusFirst();
    }

    @Override
    public void contribute(Commands commands) {
        PageVerbs verbs = view.verbs();
        commands.put(Command.ENABLE_TUNNEL, view::enableTunnel, verbs::enable)
                .put(Command.REMOVE_TUNNEL, view::askToRemove, verbs::remove)
                .put(Command.OPEN_PORT, view::openPort, verbs::openPort)
                .put(Command.STOP_GATEWAYS, view::stopGateways, verbs::stopGateways)
                .put(Command.ADD_PORT, view::addPort, verbs::addPort)
                .put(Command.COPY_ADDRESS, view::copyAddress, verbs::copyAddress)
                .put(Command.COPY_TOKEN, view::copyToken, verbs::copyToken)
                .put(Command.RESET_IDLE_TIMER, view::resetIdleTimer, verbs::resetIdleTimer);
    }
}
