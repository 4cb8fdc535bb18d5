package io.github.devboxtunnels.gateway.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.devboxtunnels.gateway.BrowserQuestion;
import org.jspecify.annotations.Nullable;

/** The open questions of browsers, and the numbers they go by in calls. */
final class AskedQuestions {

    private final AtomicLong last = new AtomicLong();
    private final Map<Long, BrowserQuestion> open = new ConcurrentHashMap<>();

    /** A number for a new one. */
    long add(BrowserQuestion question) {
        long number = last.incrementAndGet();
        open.put(number, question);
        return number;
    }

    @Nullable
    BrowserQuestion find(long number) {
        return open.get(number);
    }

    /** Takes one away and gives its number; 0 when it is not known. */
    long remove(BrowserQuestion question) {
        long number = open.entrySet().stream().filter(each -> each.getValue().equals(question))
                .mapToLong(Map.Entry::getKey).findFirst().orElse(0);
        open.remove(number);
        return number;
    }
}
