package io.github.devboxtunnels.ui.controls;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * An address whose key is shortened in its middle, because the key is a secret of sorts: scheme and domain quiet, port
 * and key plain. What a screen reader gets is shortened too.
 */
public final class ElidedAddress extends HBox {

    private static final int KEPT = 4;

    private final Label prefix = label("subtle");
    private final Label main = label("address-main");
    private final Label rest = label("subtle");

    /** Empty. */
    public ElidedAddress() {
        getStyleClass().add("elided-address");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        prefix.setMinWidth(USE_PREF_SIZE);
        main.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(rest, Priority.SOMETIMES);
        getChildren().addAll(prefix, main, rest);
        setPrefixShown(true);
    }

    /**
     * Shows an address.
     *
     * @param scheme with its slashes: {@code https://}
     * @param label port and key: {@code 3000-abcdef}
     * @param domain what follows: {@code .tunnel.runloop.ai/}
     */
    public void show(String scheme, String label, String domain) {
        String shortened = elide(label);
        prefix.setText(scheme);
        main.setText(shortened);
        rest.setText(domain);
        setAccessibleText(scheme + shortened + domain);
    }

    /** Shows nothing. */
    public void clear() {
        show("", "", "");
    }

    /** Shows or hides the scheme. */
    public void setPrefixShown(boolean shown) {
        prefix.setVisible(shown);
        prefix.setManaged(shown);
    }

    /** Shortens the key behind the port: its first and last four characters stay. */
    static String elide(String label) {
        int dash = label.indexOf('-');
        String key = label.substring(dash + 1);
        if (key.length() <= 2 * KEPT + 1) {
            return label;
        }
        return label.substring(0, dash + 1) + key.substring(0, KEPT) + "…" + key.substring(key.length() - KEPT);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll("mono", styleClass);
        return label;
    }
}
