package io.github.devboxtunnels.ui.common;

/**
 * What the views of a window share.
 *
 * @param tasks background work and delays
 * @param clipboards where copies go
 * @param copier copies and says so
 * @param dialogs over the content
 * @param toasts over all
 */
public record WindowTools(TaskRunner tasks, Clipboards clipboards, Copier copier, DialogLayer dialogs,
        ToastLayer toasts) {
}
