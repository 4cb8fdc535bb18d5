package io.github.devboxtunnels.architecture.planted.service;

/** Breaks: a service sees a DTO and the views, and sets up logging with nothing to say. */
public final class Work {
    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Work.class);

    io.github.devboxtunnels.architecture.planted.api.dto.Raw raw;
    io.github.devboxtunnels.architecture.planted.ui.feature.BadViewModel model;
}
