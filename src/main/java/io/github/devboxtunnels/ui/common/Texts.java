package io.github.devboxtunnels.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one feature, from the {@code messages.properties} beside its package. Arguments follow
 * {@link MessageFormat}, so an apostrophe in a text with arguments is doubled.
 */
public final class Texts {

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The words of the feature a class belongs to. */
    public static Texts of(Class<?> member) {
        return new Texts(ResourceBundle.getBundle(member.getPackageName() + ".messages", Locale.ROOT,
                Texts.class.getModule()));
    }

    /**
     * A text with its arguments filled in.
     *
     * @throws java.util.MissingResourceException when the key is unknown
     */
    public String get(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(arguments);
    }
}
