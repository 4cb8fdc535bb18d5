package io.github.devboxtunnels.ui.controls;

import java.util.List;
import java.util.function.Supplier;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.kordamp.ikonli.feather.Feather;

/** Every control in every state, to be looked at. */
final class Gallery {

    private final ImmediateTaskRunner tasks = new ImmediateTaskRunner(new SimulatedTimeline());

    HBox build() {
        VBox left = new VBox(16, row(glyphs()), row(badges()), buttons(), small(), icons(), copies(), secrets(),
                chips(),
                row(search("Ctrl+F", ""), search("Ctrl+F", "api")), fields(), choices(), hints(), address(), type());
        VBox right = new VBox(16, strips(), banners(), empty(), framelessEmpty(), switches(), cards(),
                SkeletonRow.list(3));
        left.setPrefWidth(660);
        left.setMinWidth(660);
        right.setPrefWidth(700);
        right.setMinWidth(700);
        HBox all = new HBox(40, left, right);
        all.setStyle("-fx-padding: 20px; -fx-background-color: -color-bg-default;");
        return all;
    }

    private List<Node> glyphs() {
        return List.of(StatusGlyph.Kind.values()).stream().<Node>map(StatusGlyph::new).toList();
    }

    private List<Node> badges() {
        return List.of(new Badge(Badge.Kind.AUTHENTICATED), new Badge(Badge.Kind.LOCK), new Badge(Badge.Kind.OPEN));
    }

    private static HBox row(List<Node> nodes) {
        return row(nodes.toArray(Node[]::new));
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(12, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static <T extends Node> T state(T node, String... pseudo) {
        for (String each : pseudo) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(each), true);
        }
        return node;
    }

    private static HBox states(Supplier<Button> make) {
        Button unavailable = make.get();
        Unavailable.set(unavailable, "Offline");
        return row(make.get(), state(make.get(), "hover"), state(make.get(), "armed"),
                state(make.get(), "focused", "focus-visible"), unavailable);
    }

    private VBox buttons() {
        BusyButton busy = new BusyButton("Suspend", "Suspending…");
        busy.setIcon(Feather.PAUSE);
        BusyButton working = new BusyButton("Suspend", "Suspending…");
        working.busyProperty().set(true);
        BusyButton primary = new BusyButton("Enable tunnel", "Enabling…", Buttons.PRIMARY);
        primary.busyProperty().set(true);
        return new VBox(12, states(() -> Buttons.of("Suspend", Feather.PAUSE)),
                states(() -> Buttons.of("Enable tunnel", Buttons.PRIMARY)),
                states(() -> Buttons.of("Enable open", Buttons.WARNING)),
                states(() -> Buttons.of("Remove it", Buttons.DANGER)), row(busy, working, primary));
    }

    private VBox small() {
        return new VBox(12, states(() -> Buttons.of("Open", Feather.EXTERNAL_LINK, Buttons.SMALL)),
                states(() -> Buttons.of("Change…", Buttons.FLAT, Buttons.SMALL)),
                states(() -> Buttons.of("Remove…", Buttons.FLAT, Buttons.SMALL, Buttons.DANGER_TEXT)));
    }

    private HBox icons() {
        return row(new IconButton(Feather.COPY, "Copy"), state(new IconButton(Feather.COPY, "Copy"), "hover"),
                state(new IconButton(Feather.COPY, "Copy"), "focused", "focus-visible"),
                new IconButton(Feather.MORE_HORIZONTAL, "More").large().bordered(),
                new IconButton(Feather.SETTINGS, "Settings").large(), new KeyHint("Ctrl+K"), new KeyHint("Del"),
                Buttons.link("Make a new key"), state(Buttons.link("Make a new key"), "focus-visible"));
    }

    private HBox copies() {
        CopyButton copied = new CopyButton("Copy", "Copied", () -> true, tasks);
        copied.copy();
        CopyButton failed = new CopyButton("Copy", "Copied", () -> false, tasks);
        failed.copy();
        SplitCopyButton rest = new SplitCopyButton("Copy", "Copied", () -> true, tasks);
        SplitCopyButton ticked = new SplitCopyButton("Copy", "Copied", () -> true, tasks);
        ticked.fire();
        SplitCopyButton open = new SplitCopyButton("Copy", "Copied", () -> true, tasks);
        state(open.chevronPart(), "showing", "focused", "focus-visible");
        return row(new CopyButton("Copy", "Copied", () -> true, tasks), copied, failed, rest, ticked, open);
    }

    private VBox secrets() {
        SecretField hidden = new SecretField("Tunnel token", tasks);
        hidden.secretProperty().set(Secret.of("tnl_7Qm2vXc9Lr4Ks8Wd1Zp6Tf3Yb5"));
        SecretField shown = new SecretField("Tunnel token", tasks);
        shown.secretProperty().set(Secret.of("tnl_7Qm2vXc9Lr4Ks8Wd1Zp6Tf3Yb5"));
        shown.setId("shown-secret");
        hidden.setMaxWidth(Region.USE_PREF_SIZE);
        shown.setMaxWidth(Region.USE_PREF_SIZE);
        return new VBox(8, hidden, shown);
    }

    private VBox chips() {
        FilterChips<String> chips = new FilterChips<>();
        chips.add("all", chip("All", "13"));
        chips.add("running", chip("Running", "7"));
        chips.add("suspended", state(chip("Suspended", "3"), "hover"));
        chips.add("with", state(chip("With tunnel", "…"), "focus-visible"));
        FilterChip open = chip("Open to anyone", "4");
        open.setWarning(true);
        chips.add("open", open);
        FilterChips<String> chosen = new FilterChips<>();
        FilterChip openChosen = chip("Open to anyone", "4");
        openChosen.setWarning(true);
        chosen.add("open", openChosen);
        return new VBox(8, chips, chosen);
    }

    private static FilterChip chip(String label, String count) {
        FilterChip chip = new FilterChip(label);
        chip.countProperty().set(count);
        return chip;
    }

    private SearchField search(String keys, String text) {
        SearchField field = new SearchField("Search name, ID, metadata, blueprint", keys);
        field.setText(text);
        field.setPrefWidth(text.isEmpty() ? 344 : 220);
        return field;
    }

    private HBox fields() {
        TextField plain = new TextField("3000, 8080");
        plain.getStyleClass().add("mono");
        TextField prompt = new TextField();
        prompt.setPromptText("ak_…");
        TextField invalid = new TextField("99999");
        Fields.setInvalid(invalid, true);
        TextField off = new TextField("off");
        off.setDisable(true);
        HBox row = row(plain, state(prompt, "focused"), invalid, off);
        row.getChildren().forEach(field -> ((TextField) field).setPrefWidth(150));
        return row;
    }

    private HBox choices() {
        CheckBox checked = new CheckBox("Remember");
        checked.setSelected(true);
        CheckBox some = new CheckBox("Some");
        some.setIndeterminate(true);
        RadioButton radio = new RadioButton("System");
        radio.setSelected(true);
        CheckBox off = new CheckBox("Off");
        off.setDisable(true);
        CheckBox focused = state(new CheckBox("Ring"), "focus-visible");
        return row(new CheckBox("Plain"), checked, some, focused, off, new RadioButton("Light"), radio);
    }

    private HBox hints() {
        ToggleSwitch on = new ToggleSwitch();
        on.setSelected(true);
        ToggleSwitch ring = state(new ToggleSwitch(), "focus-visible");
        ToggleSwitch off = new ToggleSwitch();
        off.setDisable(true);
        return row(new ToggleSwitch(), on, ring, off);
    }

    private HBox address() {
        ElidedAddress full = new ElidedAddress();
        full.show("https://", "3000-h4t9abcdefgh7i0q", ".tunnel.runloop.ai");
        ElidedAddress bare = new ElidedAddress();
        bare.show("https://", "8080-h4t9abcdefgh7i0q", ".tunnel.runloop.ai");
        bare.setPrefixShown(false);
        return row(full, bare);
    }

    private VBox type() {
        VBox box = new VBox(4);
        for (String each : List.of("title", "dialog-title", "section", "strong", "semibold", "small", "tiny", "mono",
                "muted", "subtle")) {
            Label label = new Label("api-server 0O1lI, Wake on HTTP (" + each + ")");
            label.getStyleClass().add(each);
            box.getChildren().add(label);
        }
        return box;
    }

    private VBox strips() {
        Strip warning = new Strip(Strip.Kind.WARNING);
        warning.setLead("No password is asked.");
        warning.setText("Ports you start later are public too.");
        Strip danger = new Strip(Strip.Kind.DANGER);
        danger.setLead("Not enabled. Runloop answered 500:");
        danger.setText("internal error allocating tunnel");
        danger.setDetail("Read the devbox again: no tunnel was created. Request", "req_7f3a91c2e4");
        Strip refused = new Strip(Strip.Kind.DANGER);
        refused.setLead("Runloop refused this key (401).");
        refused.setText("It may be revoked or belong to another deployment.");
        refused.setLink("Make a new key", () -> {
        });
        Strip info = new Strip(Strip.Kind.INFO);
        info.setText("The devbox is resumed first.");
        info.setAction(Buttons.of("Try again", Buttons.SMALL));
        Strip success = new Strip(Strip.Kind.SUCCESS);
        success.setLead("Connected.");
        success.setText("Acme");
        VBox box = new VBox(8, warning, danger, refused, info, success);
        warning.setMaxWidth(510);
        danger.setMaxWidth(510);
        refused.setMaxWidth(462);
        box.setFillWidth(true);
        return box;
    }

    private VBox banners() {
        Banner info = new Banner(Banner.Kind.INFO);
        info.show(Feather.BOX, "Sandbox.", "Nothing here reaches Runloop or costs money.");
        info.setAction(Buttons.link("Leave the sandbox"));
        Banner amber = new Banner(Banner.Kind.AMBER);
        amber.show(Feather.WIFI_OFF, "Offline.", "Showing what was known at 14:32. Copying still works.");
        amber.noteProperty().set("Next try in 24 s");
        amber.setAction(Buttons.of("Try now", Buttons.SMALL));
        Banner red = new Banner(Banner.Kind.RED);
        red.show(Feather.KEY, "Key refused.", "Runloop does not accept the key any more.");
        red.setAction(Buttons.of("Update key", Buttons.SMALL));
        return new VBox(8, info, amber, red);
    }

    private EmptyState empty() {
        Button enable = state(Buttons.of("Enable tunnel…", Buttons.PRIMARY), "focused", "focus-visible");
        return new EmptyState("No tunnel", "Enable one to get an HTTPS address for any port.").arch().action(enable)
                .note(Feather.LOCK, "Authenticated unless you choose otherwise");
    }

    private EmptyState framelessEmpty() {
        return new EmptyState("No match for “api”", "").action(Buttons.of("Clear search")).frameless();
    }

    private VBox switches() {
        SwitchRow keep = new SwitchRow("Keep awake on traffic");
        keep.hintProperty().set("Any visitor restarts the 15 min idle timer, and running time is billed.");
        keep.selectedProperty().set(true);
        SwitchRow wake = new SwitchRow("Wake on HTTP");
        wake.hintProperty().set("A request resumes it. Also wakes for bots and link previews; the first request gets"
                + " 503 and must be repeated.");
        SwitchRow ruled = new SwitchRow("Wake on HTTP");
        ruled.ruledProperty().set("Set by the devbox’s own lifecycle.");
        Region line = new Region();
        line.getStyleClass().add("separator-line");
        VBox box = new VBox(12, keep, line, wake, ruled);
        box.setMaxWidth(510);
        return box;
    }

    private VBox cards() {
        VBox box = new VBox(12);
        for (String chosen : List.of("authenticated", "open")) {
            CardChoice<String> choice = new CardChoice<>();
            choice.add("authenticated", Feather.LOCK, "Authenticated",
                    "Callers need a token. You can still open it in your browser from here.", false);
            choice.add("open", Feather.GLOBE, "Open", "Anyone with the link reaches every port on this devbox.", true);
            choice.valueProperty().set(chosen);
            state(choice.focusTarget(), "focus-visible");
            choice.setMaxWidth(510);
            StackPane page = new StackPane(choice);
            page.setAlignment(Pos.CENTER_LEFT);
            page.setStyle("-fx-background-color: -color-bg-overlay; -fx-padding: 8px;");
            box.getChildren().add(page);
        }
        return box;
    }
}
