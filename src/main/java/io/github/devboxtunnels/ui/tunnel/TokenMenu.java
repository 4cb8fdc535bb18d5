package io.github.devboxtunnels.ui.tunnel;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.service.Snippet;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.MenuRow;
import io.github.devboxtunnels.ui.controls.Menus;
import io.github.devboxtunnels.ui.ports.PortsViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The forms in which the token, or a call that needs it, can be copied: what contains the token first. */
final class TokenMenu {

    /** Stands in for the address in snippets that do not use it. */
    private static final URI UNUSED = URI.create("https://unused.invalid/");

    private final Texts texts = Texts.of(TokenMenu.class);
    private final PortsViewModel ports;
    private final WindowTools tools;

    TokenMenu(PortsViewModel ports, WindowTools tools) {
        this.ports = ports;
        this.tools = tools;
    }

    /** The menu for a tunnel; {@code copied} hears whether the clipboard was reached. */
    ContextMenu of(Tunnel tunnel, Consumer<Boolean> copied) {
        URI address = ports.chosen().address();
        ListedPort port = ports.chosen().port();
        List<MenuItem> items = new ArrayList<>();
        Duration clears = tools.clipboards().clearAfter();
        items.add(Menus.title(clears.isPositive()
                ? texts.get("tunnel.token.with", Long.toString(clears.toSeconds()))
                : texts.get("tunnel.token.with-kept")));
        List<Snippet> offered = Snippet.offered(tunnel);
        offered.stream().filter(Snippet::containsToken)
                .filter(snippet -> address != null || snippet != Snippet.CURL_WITH_TOKEN)
                .forEach(snippet -> items.add(row(snippet, address, tunnel, copied)));
        if (address != null && port != null) {
            items.add(new SeparatorMenuItem());
            items.add(Menus.title(
                    texts.get("tunnel.token.without", port.label())));
            offered.stream().filter(snippet -> !snippet.containsToken())
                    .forEach(snippet -> items.add(row(snippet, address, tunnel, copied)));
        }
        return Menus.of(items.toArray(MenuItem[]::new));
    }

    private MenuRow row(Snippet snippet, @Nullable URI address, Tunnel tunnel,
            Consumer<Boolean> copied) {
        String name = texts.get("tunnel.token.snippet." + snippet.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new MenuRow(icon(snippet), name, keys(snippet), () -> {
            Secret text = snippet.text(address == null ? UNUSED : address, tunnel);
            copied.accept(snippet.containsToken()
                    ? tools.copier().copySecret(text, name)
                    : tools.copier().copy(text.reveal()));
        });
    }

    private static @Nullable String keys(Snippet snippet) {
        return switch (snippet) {
            case TOKEN -> "T";
            case CURL -> "Shift+C";
            default -> null;
        };
    }

    private static Ikon icon(Snippet snippet) {
        return switch (snippet) {
            case TOKEN -> Feather.KEY;
            case HEADER_LINE -> Feather.TAG;
            case CURL_WITH_TOKEN, CURL -> Feather.TERMINAL;
            case ENV_LINE -> Feather.FILE_TEXT;
            case PYTHON, JAVASCRIPT_FETCH, HTTPIE -> Feather.CODE;
        };
    }
}
