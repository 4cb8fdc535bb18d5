package io.github.devboxtunnels.ui.controls;

import java.util.stream.Stream;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Texts;

/** The shape of a row that is still loading: a disc and two bars. */
public final class SkeletonRow extends HBox {

    /** One row of 52 pixels. */
    public SkeletonRow() {
        getStyleClass().add("skeleton-row");
        setAlignment(Pos.CENTER_LEFT);
        setMouseTransparent(true);
        VBox bars = new VBox(part("long"), part("short"));
        bars.setAlignment(Pos.CENTER_LEFT);
        bars.getStyleClass().add("skeleton-bars");
        getChildren().addAll(part("disc"), bars);
    }

    /** Some rows, named as loading for a screen reader. */
    public static VBox list(int rows) {
        VBox box = new VBox();
        box.getStyleClass().add("skeleton-list");
        box.getChildren().addAll(Stream.generate(SkeletonRow::new).limit(rows).toList());
        box.setAccessibleText(Texts.of(SkeletonRow.class).get("controls.loading"));
        return box;
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().addAll("skeleton", styleClass);
        return part;
    }
}
