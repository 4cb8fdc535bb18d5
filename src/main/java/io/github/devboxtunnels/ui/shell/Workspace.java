package io.github.devboxtunnels.ui.shell;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import io.github.devboxtunnels.settings.SettingsStore;

/** List and page with a divider between them that can be dragged and is remembered. */
final class Workspace extends Region {

    /** The list is never narrower, in pixels. */
    static final double NARROWEST = 280;
    /** Nor wider. */
    static final double WIDEST = 480;

    private static final double STEP = 20;
    private static final double HANDLE = 7;
    private static final double PAGE = 540;

    private final Node list;
    private final Node page;
    private final Region line = new Region();
    private final Region handle = new Region();
    private final SettingsStore settings;
    /** What a person chose; 0 while the design decides. */
    private final DoubleProperty wanted = new SimpleDoubleProperty();

    Workspace(Node list, Node page, SettingsStore settings) {
        this.list = list;
        this.page = page;
        this.settings = settings;
        Double remembered = settings.current().listWidth();
        wanted.set(remembered == null ? 0 : remembered);
        wanted.addListener((property, was, is) -> requestLayout());
        line.getStyleClass().add("divider");
        handle.setCursor(Cursor.H_RESIZE);
        handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> wanted.set(clamp(sceneToLocal(e.getSceneX(), 0).getX())));
        handle.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> remember());
        handle.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2) {
                wanted.set(0);
                settings.update(now -> now.withListWidth(null));
            }
        });
        getChildren().addAll(list, page, line, handle);
    }

    /** Gives the list more room, or less. */
    void widen(boolean more) {
        wanted.set(clamp(listWidth() + (more ? STEP : -STEP)));
        remember();
    }

    /** Width of the list now. */
    double listWidth() {
        double width = wanted.get() > 0 ? wanted.get() : byDesign(getWidth());
        return Math.clamp(width, NARROWEST, Math.max(NARROWEST, Math.min(WIDEST, getWidth() - PAGE)));
    }

    @Override
    protected void layoutChildren() {
        double left = listWidth();
        double height = getHeight();
        list.resizeRelocate(0, 0, left - 1, height);
        line.resizeRelocate(left - 1, 0, 1, height);
        page.resizeRelocate(left, 0, Math.max(0, getWidth() - left), height);
        handle.resizeRelocate(left - 1 - Math.floor(HANDLE / 2), 0, HANDLE, height);
    }

    private static double byDesign(double width) {
        return width < 960 ? 300 : width < 1100 ? 320 : 360;
    }

    private static double clamp(double width) {
        return Math.clamp(Math.rint(width), NARROWEST, WIDEST);
    }

    private void remember() {
        if (wanted.get() > 0) {
            double width = wanted.get();
            settings.update(now -> now.withListWidth(width));
        }
    }
}
