package io.github.devboxtunnels.ui.tunnel;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.BusyButton;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.CopyButton;
import io.github.devboxtunnels.ui.controls.IconButton;
import io.github.devboxtunnels.ui.controls.MenuRow;
import io.github.devboxtunnels.ui.controls.Menus;
import io.github.devboxtunnels.ui.controls.StatusGlyph;
import io.github.devboxtunnels.ui.controls.Strip;
import io.github.devboxtunnels.ui.controls.Tip;
import io.github.devboxtunnels.ui.controls.Unavailable;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The top of the page: what the devbox is, and what can be done with it. */
final class PageHeader extends VBox {

    private static final double MONO_LETTER = 7.2;
    /** Glyph, copy button and the gaps between. */
    private static final double AROUND = 76;

    private final Texts texts = Texts.of(PageHeader.class);
    private final PageHeaderViewModel model;
    private final WindowTools tools;
    private final StatusGlyph glyph = new StatusGlyph(StatusGlyph.Kind.UNKNOWN);
    private final Label name = new Label();
    private final Label id = new Label();
    private final Label details = new Label();
    private final CopyButton copyId;
    private final BusyButton lifecycle;
    private final IconButton more;
    private final Strip trouble = new Strip(Strip.Kind.DANGER);
    private boolean compact;

    PageHeader(PageHeaderViewModel model, WindowTools tools) {
        this.model = model;
        this.tools = tools;
        getStyleClass().add("page-header");
        name.getStyleClass().add("title");
        id.getStyleClass().addAll("mono", "muted");
        details.getStyleClass().addAll("muted", "page-details");
        copyId = new CopyButton(texts.get("tunnel.header.copy-id"), texts.get("tunnel.header.id-copied"), this::copyId,
                tools.tasks());
        lifecycle = new BusyButton(texts.get("tunnel.header.suspend"), texts.get("tunnel.header.suspending"));
        lifecycle.setOnAction(_ -> model.press());
        more = new IconButton(Feather.MORE_HORIZONTAL, texts.get("tunnel.header.more")).large().bordered();
        more.setOnAction(_ -> Menus.show(menu(), more, Side.BOTTOM));
        trouble.setAction(again());
        VBox.setMargin(trouble, new Insets(8, 0, 0, 0));
        trouble.setLink(texts.get("tunnel.trouble.dismiss"), model::dismiss);
        getChildren().addAll(firstLine(), details, trouble);
        model.stateProperty().subscribe(this::show);
        model.troubleProperty().subscribe(now -> Strips.show(trouble, now));
    }

    /** Shortens the ID and leaves the metadata out. */
    void setCompact(boolean low) {
        compact = low;
        show(model.stateProperty().get());
    }

    private HBox firstLine() {
        HBox who = new HBox(glyph, name, id, copyId);
        who.getStyleClass().add("page-who");
        who.setAlignment(Pos.CENTER_LEFT);
        who.widthProperty().subscribe(width -> fit(width.doubleValue()));
        HBox.setHgrow(who, Priority.ALWAYS);
        id.setMinWidth(USE_PREF_SIZE);
        copyId.setMinWidth(USE_PREF_SIZE);
        more.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(who, lifecycle, more);
        line.getStyleClass().add("page-first-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** The ID gets short before the name loses a letter. */
    private void fit(double width) {
        HeaderState state = model.stateProperty().get();
        if (state != null) {
            double whole = name.prefWidth(-1) + state.id().length() * MONO_LETTER + AROUND;
            id.setText(compact || whole > width ? state.shortId() : state.id());
        }
    }

    private Button again() {
        Button button = Buttons.of(texts.get("tunnel.trouble.try-again"), Buttons.SMALL);
        button.setOnAction(_ -> model.tryAgain());
        Unavailable.bind(button, model.retryUnavailableProperty());
        return button;
    }

    private void show(@Nullable HeaderState state) {
        if (state == null) {
            return;
        }
        glyph.setKind(glyph(state.status()));
        glyph.setAccessibleText(StatusWords.of(state.status()));
        name.setText(state.name());
        name.getStyleClass().remove("mono-title");
        if (!state.named()) {
            name.getStyleClass().add("mono-title");
        }
        name.setTooltip(new Tip(state.name()));
        fit(((Region) id.getParent()).getWidth());
        id.setTooltip(new Tip(state.id()));
        Strips.present(id, state.named());
        String all = state.metadata().isEmpty() ? state.details() : state.details() + " · " + state.metadata();
        details.setText(compact ? state.details() : all);
        details.setTooltip(new Tip(all));
        boolean resume = state.verb() == Verb.RESUME;
        lifecycle.setTexts(texts.get(resume ? "tunnel.header.resume" : "tunnel.header.suspend"),
                texts.get(resume ? "tunnel.header.resuming" : "tunnel.header.suspending"));
        lifecycle.setIcon(resume ? Feather.PLAY : Feather.PAUSE);
        lifecycle.busyProperty().set(state.busy());
        Unavailable.set(lifecycle, state.unavailable());
    }

    private ContextMenu menu() {
        List<MenuItem> items = new ArrayList<>();
        MenuRow reset = new MenuRow(Feather.REFRESH_CW, texts.get("tunnel.header.reset"), null, model::resetIdleTimer);
        HeaderState state = model.stateProperty().get();
        String reason = state == null ? null : state.resetUnavailable();
        items.add(reason == null ? reset : reset.unavailable(reason));
        if (model.hasPlatform()) {
            items.add(new MenuRow(Feather.EXTERNAL_LINK, texts.get("tunnel.header.platform"), null,
                    model::openPlatform));
        }
        items.add(new MenuRow(Feather.COPY, texts.get("tunnel.header.copy-id"), null, copyId::copy));
        return Menus.of(items.toArray(MenuItem[]::new));
    }

    private boolean copyId() {
        HeaderState state = model.stateProperty().get();
        return state != null && tools.copier().copy(state.id());
    }

    private static StatusGlyph.Kind glyph(DevboxStatus status) {
        return switch (status.kind()) {
            case RUNNING -> StatusGlyph.Kind.RUNNING;
            case SUSPENDED -> StatusGlyph.Kind.SUSPENDED;
            case FAILURE -> StatusGlyph.Kind.FAILED;
            case SHUTDOWN -> StatusGlyph.Kind.ENDED;
            case UNKNOWN -> StatusGlyph.Kind.UNKNOWN;
            case QUEUED, PROVISIONING, INITIALIZING, SUSPENDING, RESUMING -> StatusGlyph.Kind.MOVING;
        };
    }
}
