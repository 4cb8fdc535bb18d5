package io.github.devboxtunnels.architecture.planted.platform;

/** Breaks: platform knows no view. */
final class Upward {
    io.github.devboxtunnels.architecture.planted.ui.feature.BadViewModel model;
}
