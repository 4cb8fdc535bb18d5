package io.github.devboxtunnels.ui.shell;

import java.util.Locale;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Banner;
import io.github.devboxtunnels.ui.controls.Buttons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The strip of the sandbox, and the one thing that is wrong now. */
final class BannerArea extends VBox {

    private static final Texts TEXTS = Texts.of(BannerArea.class);

    private final ShellViewModel model;
    private final Banner trouble = new Banner(Banner.Kind.AMBER);
    private final Button remedy = Buttons.of("", Buttons.SMALL);
    private BannerState.@Nullable Remedy offered;

    BannerArea(ShellViewModel model) {
        this.model = model;
        if (model.profile().sandbox()) {
            getChildren().add(sandbox());
        }
        getChildren().add(trouble);
        trouble.managedProperty().bind(trouble.visibleProperty());
        trouble.setAction(remedy);
        remedy.setOnAction(e -> {
            BannerState.Remedy wanted = offered;
            if (wanted != null) {
                model.remedy(wanted);
            }
        });
        model.bannerProperty().subscribe(this::show);
    }

    private Banner sandbox() {
        Banner strip = new Banner(Banner.Kind.INFO);
        strip.show(Feather.BOX, TEXTS.get("shell.sandbox"), TEXTS.get("shell.sandbox.sentence"));
        Hyperlink leave = Buttons.link(TEXTS.get("shell.leave.sandbox"));
        leave.setOnAction(e -> model.leave());
        strip.setAction(leave);
        return strip;
    }

    private void show(@Nullable BannerState state) {
        if (state == null) {
            trouble.hide();
            offered = null;
            return;
        }
        offered = state.remedy();
        trouble.setKind(state.cause().grave() ? Banner.Kind.RED : Banner.Kind.AMBER);
        trouble.show(icon(state.cause()), state.lead(), state.sentence());
        trouble.noteProperty().set(state.note());
        remedy.setText(TEXTS.get("shell.banner." + state.remedy().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static Ikon icon(BannerState.Cause cause) {
        return switch (cause) {
            case KEY_REFUSED, FORBIDDEN -> Feather.KEY;
            case OFFLINE -> Feather.WIFI_OFF;
            case CERTIFICATE, ACCOUNT_DISABLED, MALFORMED, SLOWED_DOWN, STALE, QUOTA -> Feather.ALERT_TRIANGLE;
        };
    }
}
