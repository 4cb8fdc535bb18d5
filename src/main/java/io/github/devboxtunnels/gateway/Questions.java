package io.github.devboxtunnels.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/** The browsers that ask to be let in, each with a number and a secret that its page alone has. */
final class Questions {

    /** How long a question stands. */
    static final Duration LIFE = Duration.ofSeconds(60);
    /** How long its page may fetch the answer afterwards. */
    private static final Duration FETCH = Duration.ofSeconds(10);

    private static final int MOST_OPEN = 3;
    private static final int MOST_A_MINUTE = 10;
    private static final int NUMBERS = 10_000;

    /** Where a question stands. */
    enum Standing {
        OPEN, APPROVED, DENIED
    }

    /** What the asking page gets. */
    record Asked(String secret, String number) {
    }

    private final Timeline timeline;
    private final Consumer<BrowserQuestion> asked;
    private final Consumer<BrowserQuestion> closed;
    private final List<Question> open = new ArrayList<>();
    private final Deque<Long> recent = new ArrayDeque<>();

    Questions(Timeline timeline, Consumer<BrowserQuestion> asked, Consumer<BrowserQuestion> closed) {
        this.timeline = timeline;
        this.asked = asked;
        this.closed = closed;
    }

    /**
     * Asks; null when too many ask already.
     *
     * @param path where the browser wanted to go
     */
    @Nullable
    Asked ask(String path) {
        String secret = RandomSecret.next();
        Question question;
        synchronized (this) {
            long now = timeline.nanoTime();
            recent.removeIf(then -> now - then > LIFE.toNanos());
            long waiting = open.stream().filter(each -> each.standing == Standing.OPEN).count();
            if (waiting >= MOST_OPEN || recent.size() >= MOST_A_MINUTE) {
                return null;
            }
            recent.addLast(now);
            question = new Question(RandomSecret.hash(secret), number(), path, timeline.now());
            open.add(question);
        }
        timeline.after(LIFE, question::expire);
        asked.accept(question);
        return new Asked(secret, question.number);
    }

    /** How the question with this secret stands; one that is not known counts as denied. */
    synchronized Standing standing(String secret) {
        Question question = find(secret);
        return question == null ? Standing.DENIED : question.standing;
    }

    /** The number of an open question. */
    synchronized String number(String secret) {
        Question question = find(secret);
        return question == null ? "" : question.number;
    }

    /** Takes an approval, once: where the browser wanted to go; null when there is none. */
    synchronized @Nullable String take(String secret) {
        Question question = find(secret);
        return question != null && question.standing == Standing.APPROVED && open.remove(question)
                ? question.path
                : null;
    }

    /** Closes all that are open. */
    void closeAll() {
        List<Question> all;
        synchronized (this) {
            all = List.copyOf(open);
        }
        all.forEach(Question::expire);
    }

    private @Nullable Question find(String secret) {
        byte[] hash = RandomSecret.hash(secret);
        return open.stream().filter(each -> RandomSecret.same(each.hash, hash)).findFirst().orElse(null);
    }

    private String number() {
        while (true) {
            String digits = String.format(Locale.ROOT, "%04d", RandomSecret.below(NUMBERS));
            if (open.stream().noneMatch(each -> each.number.equals(digits))) {
                return digits;
            }
        }
    }

    private final class Question implements BrowserQuestion {
        private final byte[] hash;
        private final String number;
        private final String path;
        private final Instant askedAt;
        private Standing standing = Standing.OPEN;

        Question(byte[] hash, String number, String path, Instant askedAt) {
            this.hash = hash;
            this.number = number;
            this.path = path;
            this.askedAt = askedAt;
        }

        @Override
        public String number() {
            return number;
        }

        @Override
        public Instant askedAt() {
            return askedAt;
        }

        @Override
        public void approve() {
            answer(Standing.APPROVED);
        }

        @Override
        public void deny() {
            answer(Standing.DENIED);
        }

        private void answer(Standing answer) {
            synchronized (Questions.this) {
                if (standing != Standing.OPEN) {
                    return;
                }
                standing = answer;
            }
            closed.accept(this);
        }

        private void expire() {
            answer(Standing.DENIED);
            timeline.after(FETCH, this::forget);
        }

        private void forget() {
            synchronized (Questions.this) {
                open.remove(this);
            }
        }

        @Override
        public String toString() {
            return "question " + number;
        }
    }
}
