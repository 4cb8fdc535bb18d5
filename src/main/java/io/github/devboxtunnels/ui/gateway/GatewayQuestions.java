package io.github.devboxtunnels.ui.gateway;

import java.util.ArrayDeque;
import java.util.Deque;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import io.github.devboxtunnels.service.GatewayQuestion;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The browsers that ask to be let in, one shown at a time. */
final class GatewayQuestions {

    private static final Texts TEXTS = Texts.of(GatewayQuestions.class);

    private final TaskRunner tasks;
    private final Deque<GatewayAsk> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable GatewayAsk> ask = new ReadOnlyObjectWrapper<>();

    GatewayQuestions(TaskRunner tasks) {
        this.tasks = tasks;
    }

    ReadOnlyObjectProperty<@Nullable GatewayAsk> askProperty() {
        return ask.getReadOnlyProperty();
    }

    void add(GatewayQuestion question, String devbox, String port) {
        waiting.add(new GatewayAsk(question, TEXTS.get("gateway.ask.title", question.number()),
                TEXTS.get("gateway.ask.sentence", devbox, port)));
        ask.set(waiting.peek());
    }

    void remove(GatewayQuestion question) {
        waiting.removeIf(each -> each.question().equals(question));
        ask.set(waiting.peek());
    }

    void clear() {
        waiting.clear();
        ask.set(null);
    }

    /** Answers the question shown; the next one, if there is one, takes its place. */
    void answer(boolean let) {
        GatewayAsk answered = waiting.poll();
        if (answered == null) {
            return;
        }
        ask.set(waiting.peek());
        tasks.run(() -> {
            if (let) {
                answered.question().approve();
            } else {
                answered.question().deny();
            }
            return true;
        }, _ -> {
        }, _ -> {
        });
    }
}
