package io.github.devboxtunnels.ui.gateway;

import java.net.URI;

import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.Toast;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.Confirmation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says what happens to gateways and asks whether to let a browser in, wherever in the window a person is. */
public final class GatewayNotices {

    private final Texts texts = Texts.of(GatewayNotices.class);
    private final WindowTools tools;
    private @Nullable GatewaysViewModel model;
    private @Nullable Shown shown;

    private record Shown(GatewayAsk ask, DialogLayer.Handle handle) {
    }

    /** Silent until there is a session to follow. */
    public GatewayNotices(WindowTools tools) {
        this.tools = tools;
        // Another dialog may be open when a browser asks.
        tools.dialogs().showingProperty().subscribe(showing -> {
            GatewaysViewModel followed = model;
            if (!showing && followed != null) {
                tools.tasks().post(() -> ask(followed, followed.askProperty().get()));
            }
        });
    }

    /** Speaks for the gateways of a session from now on. */
    public void follow(GatewaysViewModel next) {
        model = next;
        next.setOnNews(this::heard);
        next.askProperty().subscribe(ask -> ask(next, ask));
    }

    private void ask(GatewaysViewModel of, @Nullable GatewayAsk next) {
        Shown before = shown;
        if (before != null && before.ask().equals(next) && tools.dialogs().showingProperty().get()) {
            return;
        }
        shown = null;
        if (before != null) {
            before.handle().close();
        }
        if (next != null && !tools.dialogs().showingProperty().get()) {
            shown = new Shown(next, question(next, of).show(tools.dialogs()));
        }
    }

    private Confirmation question(GatewayAsk ask, GatewaysViewModel of) {
        return new Confirmation(ask.title(), ask.sentence(),
                new Confirmation.Answer(texts.get("gateway.ask.deny"), () -> of.answer(false)),
                new Confirmation.Answer(texts.get("gateway.ask.let"), () -> of.answer(true)));
    }

    private void heard(GatewayNews news) {
        switch (news) {
            case GatewayNews.Said(String text) -> tools.toasts().show(Toast.of(Feather.CHECK, text));
            case GatewayNews.Failed(String text) ->
                tools.toasts().show(Toast.of(Feather.ALERT_CIRCLE, text).staying(Toast.LONG));
            case GatewayNews.NotOpened(String text, URI address) -> tools.toasts().show(Toast
                    .of(Feather.ALERT_CIRCLE, text)
                    .withAction(texts.get("gateway.copy"), () -> tools.copier().copy(address.toString()))
                    .staying(Toast.LONG));
            case GatewayNews.Copy(String text, URI address) -> {
                if (tools.copier().copy(address.toString())) {
                    tools.toasts().show(Toast.of(Feather.CHECK, text));
                }
            }
        }
    }
}
