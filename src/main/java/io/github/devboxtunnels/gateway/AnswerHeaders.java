package io.github.devboxtunnels.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Makes the headers of an answer of the tunnel those of an answer from here. */
final class AnswerHeaders {

    private static final CharSequence ALT_SVC = HttpHeaders.createOptimized("alt-svc");
    private static final CharSequence HSTS = HttpHeaders.createOptimized("strict-transport-security");
    private static final CharSequence REFRESH = HttpHeaders.createOptimized("refresh");
    private static final CharSequence LINK = HttpHeaders.createOptimized("link");
    private static final CharSequence CONTENT_LOCATION = HttpHeaders.createOptimized("content-location");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?:)?//([^/?#\\s]*)(.*)", Pattern.DOTALL);
    private static final Pattern REFRESH_TARGET = Pattern.compile("(?i)(.*?url\\s*=\\s*['\"]?)([^'\"]*)(.*)",
            Pattern.DOTALL);
    private static final Pattern LINK_TARGET = Pattern.compile("<([^>]*)>");

    private AnswerHeaders() {
    }

    /**
     * Rewrites in place.
     *
     * @param here our origin, without a slash at the end
     */
    static void rewrite(MultiMap headers, String here, Target target) {
        headers.remove(ALT_SVC);
        headers.remove(HSTS);
        dropNamed(headers);
        each(headers, HttpHeaders.LOCATION, value -> address(value, here, target));
        each(headers, CONTENT_LOCATION, value -> address(value, here, target));
        each(headers, REFRESH, value -> refresh(value, here, target));
        each(headers, LINK, value -> link(value, here, target));
        String allowed = headers.get(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        if (allowed != null && allowed.equalsIgnoreCase(target.origin())) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, here);
        }
        cookies(headers);
    }

    /** An address that names this tunnel and port becomes ours, whatever its scheme; others stay. */
    static String address(String value, String here, Target target) {
        Matcher matcher = ADDRESS.matcher(value.strip());
        return matcher.matches() && target.names(matcher.group(2)) ? here + matcher.group(3) : value;
    }

    /** Removes where a cookie is good, since it is good here alone. */
    static String withoutDomain(String cookie) {
        String[] parts = cookie.split(";", -1);
        StringBuilder out = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            String name = parts[i].strip().toLowerCase(Locale.ROOT);
            if (!name.equals("domain") && !name.startsWith("domain=") && !name.startsWith("domain ")) {
                out.append(';').append(parts[i]);
            }
        }
        return out.toString();
    }

    private static String refresh(String value, String here, Target target) {
        Matcher matcher = REFRESH_TARGET.matcher(value);
        return matcher.matches()
                ? matcher.group(1) + address(matcher.group(2), here, target) + matcher.group(3)
                : value;
    }

    private static String link(String value, String here, Target target) {
        return LINK_TARGET.matcher(value).replaceAll(found -> Matcher.quoteReplacement(
                "<" + address(found.group(1), here, target) + ">"));
    }

    private static void cookies(MultiMap headers) {
        if (!headers.contains(HttpHeaders.SET_COOKIE)) {
            return;
        }
        List<String> all = headers.getAll(HttpHeaders.SET_COOKIE);
        List<String> kept = all.stream().filter(cookie -> !AccessCookies.named(cookie))
                .map(AnswerHeaders::withoutDomain).toList();
        headers.remove(HttpHeaders.SET_COOKIE);
        kept.forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie));
    }

    /** What {@code Connection} names is for the neighbour alone. */
    private static void dropNamed(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CONNECTION)) {
            return;
        }
        for (String value : List.copyOf(headers.getAll(HttpHeaders.CONNECTION))) {
            for (String option : value.split(",", -1)) {
                String named = option.strip().toLowerCase(Locale.ROOT);
                if (!named.isEmpty() && !named.equals("upgrade") && !named.startsWith("sec-websocket-")
                        && !named.equals("content-length") && !named.equals("transfer-encoding")) {
                    headers.remove(named);
                }
            }
        }
    }

    private interface Rewrite {
        String of(String value);
    }

    private static void each(MultiMap headers, CharSequence name, Rewrite rewrite) {
        if (!headers.contains(name)) {
            return;
        }
        List<String> values = headers.getAll(name);
        List<String> changed = new ArrayList<>();
        values.forEach(value -> changed.add(rewrite.of(value)));
        headers.remove(name);
        changed.forEach(value -> headers.add(name, value));
    }
}
