package io.github.devboxtunnels.ui.controls;

import java.util.List;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.util.Duration;

import io.github.devboxtunnels.ui.common.Motion;
import org.jspecify.annotations.Nullable;

/** A state drawn on a field of 16 × 16, told apart by shape as well as by colour. The arc turns while it can be seen. */
public final class StatusGlyph extends StackPane {

    private static final double FIELD = 16;
    private static final Duration TURN = Duration.millis(900);
    private static final String DISC = "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10z";
    private static final String ARC = "M8 3a5 5 0 1 1-5 5";
    private static final String RING = "M8 3.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 1 1 0-9.5z";

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ENDED);
    private final Pane field = new Pane();
    private final ObservableValue<Boolean> windowShows = WindowWatch.shows(this);
    private @Nullable RotateTransition turning;

    /** What it says. */
    public enum Kind {
        /** A devbox runs. */
        RUNNING,
        /** On the way from one state to the next, or being checked. */
        MOVING,
        /** A state this application does not know. */
        UNKNOWN,
        /** A devbox sleeps. */
        SUSPENDED,
        /** A devbox failed. */
        FAILED,
        /** A devbox has ended, or a port was never checked. */
        ENDED,
        /** A port answered. */
        PORT_ANSWERED,
        /** A port answered with an error status. */
        PORT_ERROR,
        /** Nothing answers on a port. */
        PORT_UNREACHABLE,
        /** A port of a devbox that sleeps. */
        PORT_ASLEEP
    }

    private static List<Part> parts(Kind kind) {
        return switch (kind) {
            case RUNNING, PORT_ANSWERED -> List.of(new Part(DISC, "disc"));
            case MOVING, UNKNOWN -> List.of(new Part(ARC, "arc"));
            case SUSPENDED -> List.of(new Part("M4 3.5h2.75v9H4zM9.25 3.5H12v9H9.25z", "bars"));
            case FAILED -> List.of(new Part("M4 4l8 8M12 4l-8 8", "cross"));
            case ENDED -> List.of(new Part(RING, "ring"));
            case PORT_ERROR ->
                List.of(new Part(RING, "warning-ring"), new Part("M8 3.25a4.75 4.75 0 0 0 0 9.5z", "warning-half"));
            case PORT_UNREACHABLE ->
                List.of(new Part(RING, "danger-ring"), new Part("M4.65 11.35l6.7-6.7", "danger-ring"));
            case PORT_ASLEEP -> List.of(new Part(RING, "muted-ring"), new Part("M8 5.5V8l1.75 1.25", "muted-ring"));
        };
    }

    private record Part(String path, String paint) {
        SVGPath draw() {
            SVGPath shape = new SVGPath();
            shape.setContent(path);
            shape.setManaged(false);
            shape.getStyleClass().add(paint);
            return shape;
        }
    }

    /** Shows a kind. */
    public StatusGlyph(Kind first) {
        getStyleClass().add("status-glyph");
        setMouseTransparent(true);
        setMinSize(FIELD, FIELD);
        setMaxSize(FIELD, FIELD);
        field.setMinSize(FIELD, FIELD);
        field.setMaxSize(FIELD, FIELD);
        field.setPrefSize(FIELD, FIELD);
        field.getStyleClass().add("field");
        getChildren().add(field);
        kind.subscribe(this::draw);
        windowShows.subscribe(shows -> turnIfSeen());
        visibleProperty().subscribe(shown -> turnIfSeen());
        setKind(first);
    }

    /** What it says. */
    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** Says something else. */
    public void setKind(Kind next) {
        kind.set(next);
    }

    /** What it says. */
    public Kind getKind() {
        return kind.get();
    }

    /** Whether the arc turns now. */
    boolean isTurning() {
        return turning != null;
    }

    private void draw(Kind next) {
        field.getChildren().setAll(parts(next).stream().map(Part::draw).toList());
        turnIfSeen();
    }

    private void turnIfSeen() {
        boolean turn = kind.get() == Kind.MOVING && isVisible() && windowShows.getValue() && !Motion.reduced();
        RotateTransition running = turning;
        if (turn && running == null) {
            RotateTransition rotation = new RotateTransition(TURN, field);
            rotation.setByAngle(360);
            rotation.setInterpolator(Interpolator.LINEAR);
            rotation.setCycleCount(Animation.INDEFINITE);
            rotation.play();
            turning = rotation;
        } else if (!turn && running != null) {
            running.stop();
            field.setRotate(0);
            turning = null;
        }
    }
}
