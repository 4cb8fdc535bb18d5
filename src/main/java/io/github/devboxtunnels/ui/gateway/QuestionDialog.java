package io.github.devboxtunnels.ui.gateway;

import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import io.github.devboxtunnels.ui.common.DialogContent;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;

/** Asks whether to let a browser in; the safe answer has the focus, and Esc gives it. */
final class QuestionDialog implements DialogContent {

    private final GatewayAsk ask;
    private final Consumer<Boolean> answer;
    private final Button deny;
    private final Region body = new Region();
    private final Node footer;

    QuestionDialog(GatewayAsk ask, Consumer<Boolean> answer) {
        Texts texts = Texts.of(QuestionDialog.class);
        this.ask = ask;
        this.answer = answer;
        deny = Buttons.of(texts.get("gateway.ask.deny"));
        deny.setDefaultButton(true);
        deny.setOnAction(_ -> answer.accept(false));
        Button let = Buttons.of(texts.get("gateway.ask.let"));
        let.setOnAction(_ -> answer.accept(true));
        footer = DialogLayer.footer(null, let, deny);
    }

    @Override
    public String title() {
        return ask.title();
    }

    @Override
    public String sentence() {
        return ask.sentence();
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
        return deny;
    }

    @Override
    public void cancel() {
        answer.accept(false);
    }

    @Override
    public double width() {
        return 440;
    }
}
