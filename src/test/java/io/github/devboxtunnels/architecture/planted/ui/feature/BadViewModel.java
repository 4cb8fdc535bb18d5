package io.github.devboxtunnels.architecture.planted.ui.feature;

import javafx.scene.Node;

import atlantafx.base.theme.PrimerDark;

/** Breaks: a view model that is not final, knows the scene graph, the sandbox and a theme. */
public class BadViewModel {
    Node node;
    io.github.devboxtunnels.architecture.planted.sandbox.Thing thing;
    PrimerDark theme;
}
