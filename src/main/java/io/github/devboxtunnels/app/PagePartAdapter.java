package io.github.devboxtunnels.app;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.shell.Command;
import io.github.devboxtunnels.ui.shell.Commands;
import io.github.devboxtunnels.ui.shell.PagePart;
import io.github.devboxtunnels.ui.tunnel.DevboxPageView;
import io.github.devboxtunnels.ui.tunnel.DevboxPageViewModel;
import io.github.devboxtunnels.ui.tunnel.PageVerbs;
import org.jspecify.annotations.Nullable;

/** Puts the page of a devbox beside the list, so that neither feature knows the other. */
final class PagePartAdapter implements PagePart {

    private final DevboxPageViewModel model;
    private final WindowTools tools;
    private final StackPane place = new StackPane();
    private @Nullable DevboxPageView made;
    /** What is shown once there is a page: until then nobody reads its words. */
    private @Nullable String wanted;

    PagePartAdapter(DevboxPageViewModel model, WindowTools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public Node node() {
        return place;
    }

    @Override
    public void build() {
        view();
    }

    @Override
    public void show(@Nullable String id) {
        wanted = id;
        if (made != null) {
            model.show(id);
        }
    }

    @Override
    public void focusFirst() {
        view().focusFirst();
    }

    @Override
    public void contribute(Commands commands) {
        PageVerbs verbs = new PageVerbs(model);
        commands.put(Command.ENABLE_TUNNEL, () -> view().enableTunnel(), verbs::enable)
                .put(Command.REMOVE_TUNNEL, () -> view().askToRemove(), verbs::remove)
                .put(Command.OPEN_PORT, () -> view().openPort(), verbs::openPort)
                .put(Command.STOP_GATEWAYS, () -> view().stopGateways(), verbs::stopGateways)
                .put(Command.ADD_PORT, () -> view().addPort(), verbs::addPort)
                .put(Command.COPY_ADDRESS, () -> view().copyAddress(), verbs::copyAddress)
                .put(Command.COPY_TOKEN, () -> view().copyToken(), verbs::copyToken)
                .put(Command.RESET_IDLE_TIMER, () -> view().resetIdleTimer(), verbs::resetIdleTimer);
    }

    private DevboxPageView view() {
        DevboxPageView view = made;
        if (view == null) {
            model.show(wanted);
            view = new DevboxPageView(model, tools);
            made = view;
            place.getChildren().setAll(view);
        }
        return view;
    }
}
