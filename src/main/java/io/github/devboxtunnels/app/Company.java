package io.github.devboxtunnels.app;

import javafx.stage.Stage;

/** Joins a window before it opens: to measure it, or to use it in place of a person. */
@FunctionalInterface
interface Company {

    /** For an ordinary start. */
    Company NONE = (stage, desktop) -> {
    };

    /** Called on the UI thread before the window shows. */
    void join(Stage stage, Desktop desktop);
}
