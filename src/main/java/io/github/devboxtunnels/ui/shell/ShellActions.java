package io.github.devboxtunnels.ui.shell;

import java.util.function.Consumer;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.devboxes.DevboxActions;
import org.jspecify.annotations.Nullable;

/** What a row's menu does. */
record ShellActions(ShellViewModel model, Consumer<Devbox> copying, Runnable toPage) implements DevboxActions {

    private static final Texts TEXTS = Texts.of(ShellActions.class);

    @Override
    public void copyId(Devbox devbox) {
        copying.accept(devbox);
    }

    @Override
    public void openInRunloop(Devbox devbox) {
        model.openInRunloop(devbox);
    }

    @Override
    public void suspend(Devbox devbox) {
        model.suspend(devbox);
    }

    @Override
    public void resume(Devbox devbox) {
        model.resume(devbox);
    }

    @Override
    public boolean hasPlatform() {
        return model.hasPlatform();
    }

    @Override
    public @Nullable String unavailable() {
        return model.reachable() ? null : TEXTS.get("shell.unreachable");
    }

    @Override
    public void stopGateways(Devbox devbox) {
        model.stopGateways(devbox.id());
    }

    @Override
    public void goToPage() {
        toPage.run();
    }
}
