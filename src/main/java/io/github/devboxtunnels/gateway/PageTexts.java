package io.github.devboxtunnels.gateway;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the gateway's own pages. */
final class PageTexts {

    private static final ResourceBundle BUNDLE = ResourceBundle
            .getBundle("io.github.devboxtunnels.gateway.messages", Locale.ROOT);

    private PageTexts() {
    }

    static String get(String key) {
        return BUNDLE.getString(key);
    }

    /** A text with places for values; an apostrophe in it stays one. */
    static String get(String key, Object... values) {
        return new MessageFormat(get(key).replace("'", "''"), Locale.ROOT).format(values);
    }
}
