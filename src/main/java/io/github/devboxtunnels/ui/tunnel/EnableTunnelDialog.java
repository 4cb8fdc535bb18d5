package io.github.devboxtunnels.ui.tunnel;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Announcer;
import io.github.devboxtunnels.ui.common.DialogContent;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.BusyButton;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.CardChoice;
import io.github.devboxtunnels.ui.controls.Fields;
import io.github.devboxtunnels.ui.controls.Strip;
import io.github.devboxtunnels.ui.controls.SwitchRow;
import io.github.devboxtunnels.ui.controls.Unavailable;
import org.kordamp.ikonli.feather.Feather;

/** The dialog that enables a tunnel. */
final class EnableTunnelDialog implements DialogContent {

    private static final Duration TICK = Duration.ofMillis(1500);

    private final Texts texts = Texts.of(EnableTunnelDialog.class);
    private final EnableTunnelViewModel model;
    private final WindowTools tools;
    private final Runnable cancelling;
    private final CardChoice<Boolean> mode = new CardChoice<>();
    private final Strip openStrip = new Strip(Strip.Kind.WARNING);
    private final Strip trouble = new Strip(Strip.Kind.DANGER);
    private final TextField ports = new TextField();
    private final Label portsWords = new Label();
    private final VBox body = new VBox();
    private final Button curl;
    private final BusyButton primary = new BusyButton("", "", Buttons.PRIMARY);
    private final Node footer;

    EnableTunnelDialog(EnableTunnelViewModel model, WindowTools tools, Supplier<String> command, Runnable cancelling) {
        this.model = model;
        this.tools = tools;
        this.cancelling = cancelling;
        curl = Buttons.of(texts.get("tunnel.enable.curl"), Feather.TERMINAL, Buttons.FLAT);
        curl.getStyleClass().add("quiet-action");
        curl.setOnAction(_ -> copy(command.get()));
        Button cancel = Buttons.of(texts.get("tunnel.enable.cancel"));
        cancel.setOnAction(_ -> cancelling.run());
        primary.setDefaultButton(true);
        primary.setOnAction(_ -> submit());
        footer = DialogLayer.footer(curl, cancel, primary);
        build();
        follow();
    }

    private void build() {
        body.getStyleClass().add("enable-body");
        mode.setAccessibleText(texts.get("tunnel.enable.mode"));
        mode.add(false, Feather.LOCK, texts.get("tunnel.enable.authenticated"),
                texts.get("tunnel.enable.authenticated-text"), false);
        mode.add(true, Feather.GLOBE, texts.get("tunnel.enable.open"), texts.get("tunnel.enable.open-text"), true);
        openStrip.setLead(texts.get("tunnel.enable.open-warning"));
        openStrip.setText(texts.get("tunnel.enable.open-warning-text"));
        SwitchRow keepAlive = new SwitchRow(texts.get("tunnel.enable.keep"));
        keepAlive.hintProperty().bind(model.keepAliveHintProperty());
        keepAlive.selectedProperty().bindBidirectional(model.keepAliveProperty());
        SwitchRow wake = new SwitchRow(texts.get("tunnel.enable.wake"));
        wake.hintProperty().bind(model.wakeHintProperty());
        wake.selectedProperty().bindBidirectional(model.wakeProperty());
        wake.ruledProperty().bind(model.wakeRuledProperty()
                .flatMap(ruled -> ruled ? model.wakeHintProperty() : null));
        Region line = new Region();
        line.getStyleClass().addAll("separator-line", "enable-line");
        VBox switches = new VBox(keepAlive, line, wake);
        switches.getStyleClass().add("enable-switches");
        body.getChildren().addAll(mode, openStrip, trouble, switches, portsPart());
    }

    private VBox portsPart() {
        Label label = new Label(texts.get("tunnel.enable.ports"));
        label.getStyleClass().add("strong");
        label.setLabelFor(ports);
        ports.getStyleClass().add("mono");
        ports.setPromptText(texts.get("tunnel.enable.ports.prompt"));
        ports.setAccessibleText(texts.get("tunnel.enable.ports"));
        ports.textProperty().bindBidirectional(model.ports().textProperty());
        portsWords.setWrapText(true);
        portsWords.getStyleClass().add("small");
        VBox part = new VBox(label, ports, portsWords);
        part.getStyleClass().add("enable-ports");
        return part;
    }

    private void follow() {
        mode.valueProperty().subscribe(open -> model.openProperty().set(Objects.equals(open, true)));
        model.openProperty().subscribe(open -> {
            Strips.present(openStrip, open);
            primary.getStyleClass().removeAll(Buttons.PRIMARY, Buttons.WARNING);
            primary.getStyleClass().add(open ? Buttons.WARNING : Buttons.PRIMARY);
            if (open) {
                openStrip.announce();
            }
        });
        model.troubleProperty().subscribe(now -> Strips.show(trouble, now));
        model.primaryProperty().subscribe(_ -> word());
        model.busyProperty().subscribe(_ -> work());
        model.unavailableProperty()
                .subscribe(reason -> Unavailable.set(primary, reason.isEmpty() ? null : reason));
        model.ports().hintProperty().subscribe(_ -> explain());
        model.ports().errorProperty().subscribe(_ -> explain());
    }

    private void submit() {
        model.submit();
        if (!model.ports().errorProperty().get().isEmpty()) {
            Focus.visibly(ports);
        }
    }

    private void word() {
        String busy = model.busyProperty().get();
        primary.setTexts(model.primaryProperty().get(), busy.isEmpty() ? texts.get("tunnel.enable.enabling") : busy);
    }

    private void work() {
        boolean busy = !model.busyProperty().get().isEmpty();
        word();
        if (busy && !primary.isFocused()) {
            Focus.visibly(primary);
        }
        primary.busyProperty().set(busy);
        body.setDisable(busy);
        curl.setDisable(busy);
        if (busy) {
            Announcer.announce(primary, model.busyProperty().get());
        }
    }

    private void explain() {
        String error = model.ports().errorProperty().get();
        boolean wrong = !error.isEmpty();
        portsWords.setText(wrong ? error : model.ports().hintProperty().get());
        portsWords.getStyleClass().removeAll("danger-text", "muted");
        portsWords.getStyleClass().add(wrong ? "danger-text" : "muted");
        ports.setAccessibleHelp(portsWords.getText());
        Fields.setInvalid(ports, wrong);
        if (wrong) {
            Announcer.announce(ports, error);
        }
    }

    private void copy(String command) {
        if (tools.copier().copy(command)) {
            curl.setText(texts.get("tunnel.enable.curl-copied"));
            Announcer.announce(curl, texts.get("tunnel.enable.curl-copied"));
            tools.tasks().after(TICK, () -> curl.setText(texts.get("tunnel.enable.curl")));
        }
    }

    @Override
    public String title() {
        return model.title();
    }

    @Override
    public String sentence() {
        return texts.get("tunnel.enable.sentence");
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public Node footer() {
        return footer;
    }

    @Override
    public Node initialFocus() {
        return mode.focusTarget();
    }

    @Override
    public ObservableBooleanValue busy() {
        return primary.busyProperty();
    }

    @Override
    public void cancel() {
        cancelling.run();
    }
}
