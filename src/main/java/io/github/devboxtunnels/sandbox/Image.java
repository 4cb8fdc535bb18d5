package io.github.devboxtunnels.sandbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a blueprint brings along: which services listen where, and which tools the image has. */
enum Image {
    /** A page, and a JSON service beside it. */
    PAGE("sandbox-page", "ss", new Listener(3000, Listener.Kind.PAGE, true),
            new Listener(8080, Listener.Kind.JSON, true)),
    /** A JSON service with its docs, and a page. */
    JSON("sandbox-json", "ss", new Listener(3000, Listener.Kind.PAGE, true),
            new Listener(8080, Listener.Kind.JSON, true), new Listener(8081, Listener.Kind.PAGE, true)),
    /** An image with netstat in place of ss. */
    ECHO("sandbox-echo", "netstat", new Listener(3000, Listener.Kind.PAGE, true),
            new Listener(8080, Listener.Kind.JSON, true), new Listener(9229, Listener.Kind.JSON, false)),
    /** Everything is bound to localhost, so the tunnel reaches nothing. */
    LOCALHOST("sandbox-localhost", "ss", new Listener(3000, Listener.Kind.PAGE, false),
            new Listener(8080, Listener.Kind.JSON, false)),
    /** An image with neither ss nor netstat and nothing that listens. */
    BARE("sandbox-bare", "");

    private final String blueprint;
    private final String tool;
    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<Listener> listeners;

    Image(String blueprint, String tool, Listener... listeners) {
        this.blueprint = blueprint;
        this.tool = tool;
        this.listeners = List.of(listeners);
    }

    /** The image of a blueprint; one nobody knows gets {@link #PAGE}. */
    static Image of(@Nullable String blueprint) {
        for (Image image : values()) {
            if (image.blueprint.equals(blueprint)) {
                return image;
            }
        }
        return PAGE;
    }

    String blueprint() {
        return blueprint;
    }

    /** The program of the image that lists sockets; empty without. */
    String tool() {
        return tool;
    }

    List<Listener> listeners() {
        return listeners;
    }
}
