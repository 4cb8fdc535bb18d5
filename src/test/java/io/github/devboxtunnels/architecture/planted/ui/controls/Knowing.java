package io.github.devboxtunnels.architecture.planted.ui.controls;

/** Breaks: a control that knows a service. */
final class Knowing {
    io.github.devboxtunnels.architecture.planted.service.Work work;
}
