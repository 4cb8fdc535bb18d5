package io.github.devboxtunnels.sandbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;

/**
 * The part of the page where one signs in, downloads and uploads: cookies of every kind, a redirect to its own absolute
 * address, an attachment, a file.
 */
final class PageAccount {

    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");
    private static final String SESSION = "session";

    private PageAccount() {
    }

    /** Whether a path is one of these. */
    static boolean serves(String path) {
        return switch (path) {
            case "/account", "/login", "/report.csv", "/upload" -> true;
            default -> false;
        };
    }

    /** Answers. */
    static void serve(Visit visit) {
        HttpServerRequest request = visit.request();
        boolean post = request.method().equals(HttpMethod.POST);
        switch (request.path()) {
            case "/login" -> login(visit, post);
            case "/report.csv" -> report(request);
            case "/upload" -> upload(visit, post);
            default -> account(visit, "");
        }
    }

    private static void login(Visit visit, boolean post) {
        HttpServerRequest request = visit.request();
        if (!post) {
            account(visit, "");
            return;
        }
        request.setExpectMultipart(true);
        request.end().onSuccess(_ -> {
            String typed = request.getFormAttribute("name");
            String name = typed != null && NAME.matcher(typed).matches() ? typed : "nobody";
            String domain = visit.host().replaceFirst(":\\d+$", "");
            request.response().setStatusCode(303).putHeader("location", "http://" + visit.host() + "/account");
            request.response().headers()
                    .add("set-cookie", SESSION + "=" + name + "; Path=/; HttpOnly; Secure; SameSite=None")
                    .add("set-cookie", "theme=dark; Path=/; SameSite=Lax")
                    .add("set-cookie", "region=eu; Path=/; Domain=" + domain);
            request.response().end();
        });
    }

    private static void report(HttpServerRequest request) {
        request.response().putHeader("content-disposition", "attachment; filename=\"report.csv\"");
        Service.reply(request, 200, "text/csv; charset=utf-8", Buffer.buffer("id,name\n1,reindex\n2,thumbnails\n"));
    }

    private static void upload(Visit visit, boolean post) {
        HttpServerRequest request = visit.request();
        if (!post) {
            account(visit, "");
            return;
        }
        Received received = new Received();
        request.setExpectMultipart(true);
        request.uploadHandler(received::take);
        request.end().onSuccess(_ -> account(visit, received.words()));
    }

    private static void account(Visit visit, String received) {
        Service.reply(visit.request(), 200, PageService.HTML, PageService.filled("account.html",
                Map.of("who", cookie(visit, SESSION), "theme", cookie(visit, "theme"), "region",
                        cookie(visit, "region"), "received", received, "devbox",
                        PageService.escaped(visit.devbox()))));
    }

    private static String cookie(Visit visit, String name) {
        Cookie found = visit.request().getCookie(name);
        String value = found == null ? "" : found.getValue();
        return NAME.matcher(value).matches() ? value : "nobody";
    }

    /** What came of a file, without keeping it. */
    private static final class Received {
        private final MessageDigest digest;
        private long bytes;

        Received() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        void take(HttpServerFileUpload file) {
            file.handler(part -> {
                bytes += part.length();
                digest.update(part.getBytes());
            });
        }

        String words() {
            return bytes + " bytes, " + HexFormat.of().formatHex(digest.digest());
        }
    }
}
