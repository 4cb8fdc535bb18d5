package io.github.devboxtunnels.architecture.planted.service;

/** Breaks: a service sees a DTO and the views. */
public final class Work {
    io.github.devboxtunnels.architecture.planted.api.dto.Raw raw;
    io.github.devboxtunnels.architecture.planted.ui.feature.BadViewModel model;
}
