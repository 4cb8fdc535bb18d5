package io.github.devboxtunnels.architecture.planted.ui.feature;

import java.time.Instant;

import javafx.application.HostServices;
import javafx.application.Platform;

/** Breaks: threads, the UI thread, clocks, processes, links and standard output outside their places. */
final class Impatient {
    HostServices services;

    void run() throws Exception {
        Thread.ofVirtual().start(() -> {
        });
        Platform.runLater(() -> {
        });
        System.out.println(Instant.now());
        Runtime.getRuntime().exec(new String[]{"true"});
    }
}
