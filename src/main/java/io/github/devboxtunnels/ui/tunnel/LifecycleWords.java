package io.github.devboxtunnels.ui.tunnel;

import java.time.Duration;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.EffectiveLifecycle;
import io.github.devboxtunnels.model.Lifecycle;
import io.github.devboxtunnels.ui.common.Texts;

/** What ends, suspends and wakes a devbox with a tunnel, in two sentences. */
final class LifecycleWords {

    private static final Texts TEXTS = Texts.of(LifecycleWords.class);

    private LifecycleWords() {
    }

    /** "Suspends after 15 min without traffic. A visit wakes it; the first request gets 503." */
    static String of(Devbox devbox) {
        EffectiveLifecycle life = EffectiveLifecycle.of(devbox);
        return end(life) + " " + TEXTS.get(wake(life));
    }

    private static String end(EffectiveLifecycle life) {
        return switch (life.end()) {
            case EffectiveLifecycle.WhenIdle(Duration after, Lifecycle.OnIdle then) ->
                TEXTS.get(idle(then, life.trafficKeepsAwake()), Spans.of(after));
            case EffectiveLifecycle.AfterLifetime(Duration after) ->
                TEXTS.get("tunnel.life.lifetime", Spans.of(after));
            case EffectiveLifecycle.Unsaid _ -> TEXTS.get("tunnel.life.unsaid");
        };
    }

    private static String idle(Lifecycle.OnIdle then, boolean trafficCounts) {
        return switch (then) {
            case SUSPEND -> trafficCounts ? "tunnel.life.suspends-idle" : "tunnel.life.suspends-anyway";
            case SHUTDOWN -> trafficCounts ? "tunnel.life.ends-idle" : "tunnel.life.ends-anyway";
        };
    }

    private static String wake(EffectiveLifecycle life) {
        String key = life.suspendsByItself() ? "tunnel.life.visit" : "tunnel.life.visit-suspended";
        return key + (life.visitWakes() ? "-wakes" : "-not") + (life.devboxRulesWake() ? "-ruled" : "");
    }
}
