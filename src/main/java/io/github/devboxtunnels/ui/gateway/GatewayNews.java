package io.github.devboxtunnels.ui.gateway;

import java.net.URI;

/** Something about a gateway that is said once. */
sealed interface GatewayNews {

    /** What happened. */
    String text();

    /** Something happened. */
    record Said(String text) implements GatewayNews {
    }

    /** Something did not work. */
    record Failed(String text) implements GatewayNews {
    }

    /** No browser took the page; its address is offered for copying, and carries no secret. */
    record NotOpened(String text, URI address) implements GatewayNews {
    }

    /** An address was asked for, to be copied. */
    record Copy(String text, URI address) implements GatewayNews {
    }
}
