package io.github.devboxtunnels.ui.shell;

import java.net.URI;
import java.util.Objects;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.settings.SettingsStore;
import io.github.devboxtunnels.ui.common.Announcer;
import io.github.devboxtunnels.ui.common.Copier;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.Toast;
import io.github.devboxtunnels.ui.common.ToastLayer;
import io.github.devboxtunnels.ui.devboxes.DevboxFilterBar;
import io.github.devboxtunnels.ui.devboxes.DevboxListView;
import io.github.devboxtunnels.ui.devboxes.DevboxRow;
import org.kordamp.ikonli.feather.Feather;

/** The window of one session: bars on top, list and page below. */
public final class ShellView extends VBox {

    /** Under this width the top bar takes less room, in pixels. */
    private static final double COMPACT = 1000;
    private static final Texts TEXTS = Texts.of(ShellView.class);

    private final ShellViewModel model;
    private final ToastLayer toasts;
    private final Copier copier;
    private final TaskRunner tasks;
    private final TopBar top;
    private final DevboxListView list;
    private final PagePart page;
    private final Workspace workspace;
    private final Commands commands = new Commands();

    /** What the view is made with besides its model. */
    public record Parts(TaskRunner tasks, SettingsStore settings, Preferences preferences, Copier copier,
            ToastLayer toasts) {
    }

    /** Shows a session; the commands of the window are given a meaning. */
    public ShellView(ShellViewModel model, PagePart page, Parts parts, Runnable quit) {
        this.model = model;
        this.page = page;
        this.toasts = parts.toasts();
        this.copier = parts.copier();
        this.tasks = parts.tasks();
        getStyleClass().add("shell");
        top = new TopBar(model, parts.preferences(), this::toList);
        list = new DevboxListView(model.devboxes(), new ShellActions(model, this::copyId, this::toPage), parts.tasks(),
                model::refresh);
        workspace = new Workspace(list, new PageArea(model, page, parts.tasks()), parts.settings());
        VBox.setVgrow(workspace, Priority.ALWAYS);
        getChildren().addAll(top, new DevboxFilterBar(model.devboxes()), new BannerArea(model), workspace);
        widthProperty().subscribe(width -> top.setCompact(width.doubleValue() > 0 && width.doubleValue() < COMPACT));
        page.node().addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                backToList();
                e.consume();
            }
        });
        new ShellCommands(model, this).contribute(commands, quit);
        page.contribute(commands);
        model.setListener(new ShellViewModel.Listener() {
            @Override
            public void notOpened(URI address) {
                offer(address);
            }

            @Override
            public void failed(String sentence) {
                toasts.show(Toast.of(Feather.ALERT_CIRCLE, sentence).staying(Toast.LONG));
            }
        });
    }

    /** What the menu bar and the shortcuts do here. */
    public Commands commands() {
        return commands;
    }

    /** Moves the keyboard to the list, and selects its first devbox where the selected one is not in it. */
    public void toList() {
        String selected = model.devboxes().selectedProperty().get();
        toList(selected == null || model.devboxes().rows().stream().noneMatch(row -> row.id().equals(selected)));
    }

    /** The same for one who only goes around: what is on the page stays, in the list or not. */
    private void backToList() {
        toList(model.devboxes().selectedProperty().get() == null);
    }

    private void toList(boolean selecting) {
        if (model.devboxes().rows().isEmpty()) {
            top.focusSearch();
            return;
        }
        if (selecting) {
            model.devboxes().select(model.devboxes().rows().getFirst().id());
        }
        list.focusList();
    }

    /** Moves the keyboard to the list as soon as it is read, unless a person has gone elsewhere meanwhile. */
    public void toListWhenRead() {
        toList();
        if (model.devboxes().rows().isEmpty()) {
            Node waiting = getScene().getFocusOwner();
            model.devboxes().rows().addListener(new ListChangeListener<>() {
                @Override
                public void onChanged(Change<? extends DevboxRow> change) {
                    model.devboxes().rows().removeListener(this);
                    tasks.post(() -> {
                        boolean untouched = getScene() != null && Objects.equals(getScene().getFocusOwner(), waiting)
                                && model.devboxes().queryProperty().get().isEmpty();
                        if (untouched) {
                            toList();
                        }
                    });
                }
            });
        }
    }

    /** Copies the id of a devbox and tells it. */
    void copyId(Devbox devbox) {
        if (copier.copy(devbox.id())) {
            Announcer.announce(this, TEXTS.get("shell.id-copied"));
        }
    }

    /** Moves the keyboard to the search field. */
    void toSearch() {
        top.focusSearch();
    }

    /** Gives the list more room, or less. */
    void widenList(boolean more) {
        workspace.widen(more);
    }

    /** Moves the keyboard to the next of bar, list and page, or to the one before. */
    void toPane(boolean forward) {
        Node owner = getScene().getFocusOwner();
        boolean inPage = inside(owner, page.node());
        boolean inList = inside(owner, list);
        if (inPage ? !forward : !inList && forward) {
            backToList();
        } else if (inList == forward && (inList || !inPage)) {
            toPage();
        } else {
            top.focusSearch();
        }
    }

    private void toPage() {
        if (model.devboxes().selectedProperty().get() == null) {
            top.focusSearch();
        } else {
            page.focusFirst();
        }
    }

    private void offer(URI address) {
        toasts.show(Toast.of(Feather.ALERT_CIRCLE, TEXTS.get("shell.not-opened"))
                .withAction(TEXTS.get("shell.not-opened.copy"), () -> copier.copy(address.toString()))
                .staying(Toast.LONG));
    }

    private static boolean inside(Node node, Node ancestor) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
