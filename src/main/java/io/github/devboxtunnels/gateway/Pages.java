package io.github.devboxtunnels.gateway;

import java.util.Map;

/** The gateway's own pages, for one devbox and port. */
final class Pages {

    /** Below here the gateway answers itself; a service's own pages there are out of reach. */
    static final String ROOT = "/.devbox-tunnels/";
    static final String ENTER = ROOT + "enter";
    static final String ASK = ROOT + "ask";
    static final String WAKE = ROOT + "wake";

    /** Field of the forms: where to go on to. */
    static final String PATH = "path";

    private static final int LOOK_AGAIN_SECONDS = 2;

    private final String devbox;
    private final int port;

    Pages(String devbox, int port) {
        this.devbox = devbox;
        this.port = port;
    }

    /** The page in the ticket file. */
    Page ticket(String address, Map<String, String> fields) {
        return Page.of(200, PageTexts.get("gateway.ticket.title", devbox), PageTexts.get("gateway.ticket.text"))
                .withAction(new Page.Action.Send(PageTexts.get("gateway.ticket.button"), address, fields))
                .submitting();
    }

    /** Sets the cookie and goes on. */
    Page entered(String address) {
        return Page.of(200, PageTexts.get("gateway.entered.title", devbox), PageTexts.get("gateway.entered.text"))
                .withAction(new Page.Action.Follow(PageTexts.get("gateway.entered.link"), address)).goingOn(address);
    }

    Page forgotten() {
        return Page.of(200, PageTexts.get("gateway.forgotten.title"), PageTexts.get("gateway.forgotten.text"),
                PageTexts.get("gateway.forgotten.next"));
    }

    Page spent() {
        return Page.of(403, PageTexts.get("gateway.spent.title"), PageTexts.get("gateway.spent.text"),
                PageTexts.get("gateway.spent.next"));
    }

    /** @param path where it goes on to once the browser is let in */
    Page stranger(String path) {
        return Page.of(403, PageTexts.get("gateway.stranger.title"),
                PageTexts.get("gateway.stranger.text", devbox, Integer.toString(port)),
                PageTexts.get("gateway.stranger.next"))
                .withAction(new Page.Action.Send(PageTexts.get("gateway.stranger.button"), ASK,
                        Map.of(PATH, path)));
    }

    Page number(String digits) {
        return Page.of(200, PageTexts.get("gateway.number.title"), PageTexts.get("gateway.number.text"))
                .withNumber(digits).reloading(LOOK_AGAIN_SECONDS);
    }

    Page denied() {
        return Page.of(403, PageTexts.get("gateway.denied.title"), PageTexts.get("gateway.denied.text"))
                .withAction(new Page.Action.Send(PageTexts.get("gateway.denied.button"), ASK, Map.of()));
    }

    Page crowded() {
        return Page.of(429, PageTexts.get("gateway.crowded.title"), PageTexts.get("gateway.crowded.text"),
                PageTexts.get("gateway.crowded.next"));
    }

    /** @param path where it goes on to once the devbox runs */
    Page asleep(boolean wakes, String path) {
        Page page = Page.of(503, PageTexts.get("gateway.asleep.title", devbox), PageTexts.get("gateway.asleep.text"));
        return wakes
                ? page.and(PageTexts.get("gateway.asleep.wakes")).withAction(new Page.Action.Send(
                        PageTexts.get("gateway.asleep.button", devbox), WAKE, Map.of(PATH, path)))
                : page.and(PageTexts.get("gateway.asleep.stays"));
    }

    Page waking() {
        return Page.of(503, PageTexts.get("gateway.waking.title", devbox), PageTexts.get("gateway.waking.text"))
                .reloading(LOOK_AGAIN_SECONDS);
    }

    Page late(String path) {
        return Page.of(503, PageTexts.get("gateway.late.title", devbox), PageTexts.get("gateway.late.text"))
                .withAction(new Page.Action.Send(PageTexts.get("gateway.late.button"), WAKE, Map.of(PATH, path)));
    }

    Page unsent() {
        return Page.of(503, PageTexts.get("gateway.unsent.title"), PageTexts.get("gateway.unsent.text", devbox),
                PageTexts.get("gateway.unsent.next"));
    }

    Page unreachable() {
        return Page.of(502, PageTexts.get("gateway.unreachable.title"),
                PageTexts.get("gateway.unreachable.text", devbox), PageTexts.get("gateway.unreachable.next"));
    }

    Page tokenRefused() {
        return Page.of(502, PageTexts.get("gateway.token.title"), PageTexts.get("gateway.token.text", devbox),
                PageTexts.get("gateway.token.next", devbox));
    }
}
