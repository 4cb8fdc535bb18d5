package io.github.devboxtunnels.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A page of the gateway's own: what happened, what still holds, and one thing to do.
 *
 * @param status HTTP status
 * @param title heading and title
 * @param paragraphs first what happened
 * @param number four digits to compare; null without
 * @param action the one thing to do; null without
 * @param reload seconds until it loads again; 0 for never
 * @param goOn where it goes on to by itself, replacing itself in the history; null when it stays
 * @param submit whether its form is sent by itself
 */
record Page(int status, String title, List<String> paragraphs, @Nullable String number, @Nullable Action action,
        int reload, @Nullable String goOn, boolean submit) {

    /** What a page offers to do. */
    sealed interface Action {
        String label();

        /** A form. */
        record Send(String label, String address, Map<String, String> fields) implements Action {
        }

        /** A link. */
        record Follow(String label, String address) implements Action {
        }
    }

    static Page of(int status, String title, String... paragraphs) {
        return new Page(status, title, List.of(paragraphs), null, null, 0, null, false);
    }

    Page and(String paragraph) {
        List<String> more = new ArrayList<>(paragraphs);
        more.add(paragraph);
        return new Page(status, title, List.copyOf(more), number, action, reload, goOn, submit);
    }

    Page withNumber(String digits) {
        return new Page(status, title, paragraphs, digits, action, reload, goOn, submit);
    }

    Page withAction(Action other) {
        return new Page(status, title, paragraphs, number, other, reload, goOn, submit);
    }

    Page reloading(int seconds) {
        return new Page(status, title, paragraphs, number, action, seconds, goOn, submit);
    }

    Page goingOn(String address) {
        return new Page(status, title, paragraphs, number, action, reload, address, submit);
    }

    Page submitting() {
        return new Page(status, title, paragraphs, number, action, reload, goOn, true);
    }
}
