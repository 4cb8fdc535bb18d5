package io.github.devboxtunnels.ui.tunnel;

import java.net.URI;

/** Something the page says or does once. */
sealed interface PageEvent {

    /** Something was done; a toast says so. */
    record Said(String text) implements PageEvent {
    }

    /** No browser took a page; a toast says so and offers its address for copying, which carries no secret. */
    record NotOpened(String text, URI address) implements PageEvent {
    }

    /** A tunnel came on: the first address wants the focus, ready to copy. */
    record TunnelOn(String text) implements PageEvent {
    }

    /** A tunnel is gone: the button that enables one wants the focus. */
    record TunnelGone(String text) implements PageEvent {
    }
}
