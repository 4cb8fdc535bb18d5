package io.github.devboxtunnels.sandbox;

import java.util.List;

/** What listens in the devboxes. */
final class Services {

    private final Service page;
    private final Service json = new JsonService();
    private final boolean on;

    /** @param on whether anything listens at all */
    Services(Service page, boolean on) {
        this.page = page;
        this.on = on;
    }

    /** What listens in a devbox now. Called with the fleet locked. */
    List<Listener> listening(DevboxState devbox) {
        return on && devbox.servicesUp() ? devbox.image().listeners() : List.of();
    }

    Service of(Listener.Kind kind) {
        return switch (kind) {
            case PAGE -> page;
            case JSON -> json;
        };
    }
}
