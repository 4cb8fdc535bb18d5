package io.github.devboxtunnels.api;

import java.util.regex.Pattern;

/** Takes the words out of a page. */
final class Markup {

    private static final Pattern UNSEEN = Pattern
            .compile("(?is)<!--.*?-->|<(script|style|head)\\b[^>]*>.*?</\\1\\s*>");
    private static final Pattern TAG = Pattern.compile("<[A-Za-z/!?][^>]*>");
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Cntrl}\\u00A0]+");

    private Markup() {
    }

    /** The words alone, gaps made single spaces. A page with a title only gives its title. */
    static String strip(String text) {
        if (text.indexOf('<') < 0) {
            return tidy(text);
        }
        String seen = words(UNSEEN.matcher(text).replaceAll(" "));
        return seen.isEmpty() ? words(text) : seen;
    }

    private static String words(String text) {
        String plain = TAG.matcher(text).replaceAll(" ").replace("&nbsp;", " ").replace("&lt;", "<")
                .replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
        return tidy(plain);
    }

    private static String tidy(String text) {
        return GAP.matcher(text).replaceAll(" ").strip();
    }
}
