package io.github.devboxtunnels.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** Serves what lies below {@link Pages#ROOT}: redeems tickets, asks whether to let a browser in, takes the click on Wake. */
final class OwnPages {

    /** Field of the ticket form. */
    static final String TICKET = "ticket";
    /** Field of the ticket form that asks for the data of the page to be forgotten. */
    static final String FORGET = "forget";

    private static final int LONGEST_FORM = 16 * 1024;
    private static final int LONGEST_PATH = 8 * 1024;
    private static final int ASKING_SECONDS = (int) Questions.LIFE.toSeconds() + 10;

    private final String here;
    private final Guard guard;
    private final Tickets tickets;
    private final TicketFiles files;
    private final AccessCookies cookies;
    private final Questions questions;
    private final Sleep sleep;
    private final Pages pages;

    OwnPages(String here, Guard guard, Tickets tickets, TicketFiles files, AccessCookies cookies, Questions questions,
            Sleep sleep, Pages pages) {
        this.here = here;
        this.guard = guard;
        this.tickets = tickets;
        this.files = files;
        this.cookies = cookies;
        this.questions = questions;
        this.sleep = sleep;
        this.pages = pages;
    }

    void handle(Caller caller) {
        HttpServerRequest request = caller.request();
        boolean post = request.method().equals(HttpMethod.POST);
        switch (request.path()) {
            case Pages.ENTER -> {
                // The one request that may come from anywhere: the ticket is what counts.
                if (!post) {
                    request.response().putHeader("allow", "POST");
                    refuse(request, new Refusal(405, "A ticket is posted"));
                } else if (framed(caller) || caller.prefetch()) {
                    refuse(request, new Refusal(403, "A ticket is taken by a page of its own"));
                } else {
                    form(request, fields -> enter(request, fields));
                }
            }
            case Pages.ASK -> {
                Refusal refusal = guard.provenance(caller);
                if (refusal != null) {
                    refuse(request, refusal);
                } else if (post && ours(caller)) {
                    form(request, fields -> ask(request, fields));
                } else if (caller.get() && caller.navigation()) {
                    answer(request);
                } else {
                    refuse(request, new Refusal(403, "A person asks to be let in"));
                }
            }
            case Pages.WAKE -> {
                if (post && guard.provenance(caller) == null && ours(caller) && guard.admitted(caller)) {
                    form(request, fields -> {
                        sleep.click();
                        seeOther(request, path(fields));
                    });
                } else {
                    refuse(request, new Refusal(403, "A person wakes the devbox"));
                }
            }
            case null, default -> refuse(request, new Refusal(404, "The gateway has no such page"));
        }
    }

    private void enter(HttpServerRequest request, Map<String, List<String>> fields) {
        String ticket = first(fields, TICKET);
        if (ticket == null || !tickets.redeem(ticket)) {
            PageWriter.send(request, pages.spent());
            return;
        }
        files.spent(ticket);
        if (fields.containsKey(FORGET)) {
            request.response().putHeader("clear-site-data", "\"cache\", \"cookies\", \"storage\"");
            PageWriter.send(request, pages.forgotten());
        } else {
            letIn(request, path(fields));
        }
    }

    private void letIn(HttpServerRequest request, String path) {
        sleep.click();
        request.response().headers().add(HttpHeaders.SET_COOKIE, cookies.issue());
        PageWriter.send(request, pages.entered(here + path));
    }

    private void ask(HttpServerRequest request, Map<String, List<String>> fields) {
        Questions.Asked asked = questions.ask(path(fields));
        if (asked == null) {
            PageWriter.send(request, pages.crowded());
            return;
        }
        request.response().headers().add(HttpHeaders.SET_COOKIE, asking(asked.secret(), ASKING_SECONDS));
        seeOther(request, Pages.ASK);
    }

    private void answer(HttpServerRequest request) {
        String secret = AccessCookies.values(request.headers(), AccessCookies.ASKING).stream().findFirst().orElse("");
        switch (questions.standing(secret)) {
            case OPEN -> PageWriter.send(request, pages.number(questions.number(secret)));
            case DENIED -> PageWriter.send(request, pages.denied());
            case APPROVED -> {
                String path = questions.take(secret);
                if (path == null) {
                    PageWriter.send(request, pages.denied());
                } else {
                    request.response().headers().add(HttpHeaders.SET_COOKIE, asking("", 0));
                    letIn(request, path);
                }
            }
        }
    }

    private static String asking(String secret, int seconds) {
        return AccessCookies.ASKING + "=" + secret + "; Path=" + Pages.ROOT + "; Max-Age=" + seconds
                + "; HttpOnly; SameSite=Strict";
    }

    private void seeOther(HttpServerRequest request, String path) {
        // With our origin in front: a path may begin with two slashes, which alone would name another host.
        HttpServerResponse response = PageWriter.guard(request.response()).setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, here + path);
        var _ = response.end();
    }

    /** A form of our own pages: with our origin, by a person, as a page of its own. */
    private boolean ours(Caller caller) {
        return here.equals(caller.request().getHeader(HttpHeaders.ORIGIN)) && !framed(caller);
    }

    private static boolean framed(Caller caller) {
        return (caller.dest() != null && !"document".equals(caller.dest()))
                || (caller.mode() != null && !"navigate".equals(caller.mode()));
    }

    private static void form(HttpServerRequest request, FormHandler handler) {
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() <= LONGEST_FORM) {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> {
            if (body.length() > LONGEST_FORM) {
                refuse(request, new Refusal(413, "A form of the gateway is short"));
            } else {
                handler.handle(new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8,
                        false).parameters());
            }
        });
        request.resume();
    }

    private interface FormHandler {
        void handle(Map<String, List<String>> fields);
    }

    private static @Nullable String first(Map<String, List<String>> fields, String name) {
        List<String> values = fields.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    private static String path(Map<String, List<String>> fields) {
        String path = first(fields, Pages.PATH);
        return path != null && path.startsWith("/") && path.length() <= LONGEST_PATH
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f) ? path : "/";
    }

    static void refuse(HttpServerRequest request, Refusal refusal) {
        PageWriter.send(request, refusal.status(), refusal.why() + ".");
    }
}
