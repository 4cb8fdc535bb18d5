package io.github.devboxtunnels.ui.common;

import java.time.Duration;

import io.github.devboxtunnels.model.Secret;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Copies and says so: nothing for a public text, when a secret leaves the clipboard, and what to do on a failure. */
public final class Copier {

    private final Clipboards clipboards;
    private final ToastLayer toasts;
    private final Texts texts = Texts.of(Copier.class);
    private ToastLayer.@Nullable Handle secretToast;

    /** Copies through one and speaks through the other. */
    public Copier(Clipboards clipboards, ToastLayer toasts) {
        this.clipboards = clipboards;
        this.toasts = toasts;
        clipboards.holdsSecretProperty().subscribe(holds -> {
            if (!holds) {
                closeSecretToast();
            }
        });
    }

    /**
     * Copies a text that is no secret.
     *
     * @return false when the clipboard could not be reached
     */
    public boolean copy(String text) {
        boolean done = clipboards.copy(text);
        if (!done) {
            failed(() -> copy(text));
        }
        return done;
    }

    /**
     * Copies a secret, or a text with a secret in it.
     *
     * @param what names it in the toast: "Token"
     * @return false when the clipboard could not be reached
     */
    public boolean copySecret(Secret text, String what) {
        boolean done = clipboards.copySecret(text);
        if (done) {
            Duration clearAfter = clipboards.clearAfter();
            String words = clearAfter.isPositive()
                    ? texts.get("common.clipboard.copiedClears", what, String.valueOf(clearAfter.toSeconds()))
                    : texts.get("common.clipboard.copied", what);
            Toast toast = Toast.of(Feather.CHECK, words).withAction(texts.get("common.clipboard.clearNow"),
                    clipboards::clearNow);
            secretToast = toasts.show(clearAfter.isPositive() ? toast.untilClosed() : toast);
        } else {
            failed(() -> copySecret(text, what));
        }
        return done;
    }

    private void closeSecretToast() {
        ToastLayer.Handle handle = secretToast;
        secretToast = null;
        if (handle != null) {
            handle.close();
        }
    }

    private void failed(Runnable again) {
        toasts.show(Toast.of(Feather.ALERT_CIRCLE, texts.get("common.clipboard.unreachable"))
                .withAction(texts.get("common.clipboard.tryAgain"), again));
    }
}
