package io.github.devboxtunnels.ui.shell;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/** The page beside the list. */
public interface PagePart {

    /** Its node, always the same. */
    Node node();

    /** Builds what the node shows, if that has not happened; doing anything with it does so too. */
    void build();

    /** Shows a devbox; null for none. */
    void show(@Nullable String id);

    /** Moves the keyboard to its first control. */
    void focusFirst();

    /** Gives the commands about the shown devbox their meaning. */
    void contribute(Commands commands);
}
