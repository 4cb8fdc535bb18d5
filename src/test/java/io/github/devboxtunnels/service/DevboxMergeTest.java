package io.github.devboxtunnels.service;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.testing.Devboxes;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class DevboxMergeTest {

    /** Something that comes in: a full read, answers about single devboxes, or the result of an action. */
    record Event(boolean full, Map<String, Devbox> devboxes) {
    }

    private static DevboxMerge apply(DevboxMerge merge, long stamp, Event event) {
        if (event.full()) {
            return merge.readAll(stamp, event.devboxes());
        }
        Map<String, Optional<Devbox>> answers = new LinkedHashMap<>();
        event.devboxes().forEach((id, devbox) -> answers.put(id, Optional.of(devbox)));
        return merge.readSome(stamp, answers);
    }

    private static DevboxMerge after(List<Event> events) {
        DevboxMerge merge = DevboxMerge.NOTHING;
        for (int i = 0; i < events.size(); i++) {
            merge = apply(merge, i + 1L, events.get(i));
        }
        return merge;
    }

    @Provide
    Arbitrary<Map<String, Devbox>> found() {
        Arbitrary<Devbox> devbox = Combinators.combine(Arbitraries.integers().between(0, 7), Arbitraries.of(Kind.class))
                .as((number, kind) -> Devboxes.named("box-" + number, kind).build());
        return devbox.list().ofMaxSize(8).map(list -> {
            Map<String, Devbox> byId = new LinkedHashMap<>();
            list.forEach(each -> byId.put(each.id(), each));
            return byId;
        });
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(Arbitraries.of(true, false), found()).as(Event::new).list().ofMaxSize(8);
    }

    @Property
    void noDevboxIsListedTwice(@ForAll("events") List<Event> events) {
        List<Devbox> rows = after(events).devboxes();
        assertThat(new HashSet<>(rows.stream().map(Devbox::id).toList())).hasSameSizeAs(rows);
    }

    @Property
    void everythingThatLivesInTheLastReadIsShownAsItIs(@ForAll("events") List<Event> events,
            @ForAll("found") Map<String, Devbox> found) {
        DevboxMerge before = after(events);
        List<String> over = before.devboxes().stream().filter(row -> row.status().ended()).map(Devbox::id).toList();
        List<Devbox> rows = before.readAll(events.size() + 1L, found).devboxes();
        assertThat(rows).containsAll(found.values().stream()
                .filter(devbox -> !devbox.status().ended() && !over.contains(devbox.id())).toList());
    }

    @Property
    void theSameReadAgainChangesNothing(@ForAll("events") List<Event> events,
            @ForAll("found") Map<String, Devbox> found) {
        long next = events.size() + 1L;
        DevboxMerge settled = after(events).readAll(next, found).readAll(next + 1, found).readAll(next + 2, found);
        assertThat(settled.readAll(next + 3, found).devboxes()).isSameAs(settled.devboxes());
    }

    @Property
    void rowsThatStayKeepTheirOrderAndUnchangedOnesTheirIdentity(@ForAll("events") List<Event> events,
            @ForAll("found") Map<String, Devbox> found) {
        DevboxMerge before = after(events);
        List<Devbox> rows = before.readAll(events.size() + 1L, found).devboxes();
        List<String> ids = rows.stream().map(Devbox::id).toList();
        assertThat(before.devboxes().stream().map(Devbox::id).filter(ids::contains))
                .containsExactlyElementsOf(ids.subList(0, (int) before.devboxes().stream().map(Devbox::id)
                        .filter(ids::contains).count()));
        for (Devbox old : before.devboxes()) {
            assertThat(rows.stream().filter(old::equals).allMatch(row -> row == old)).isTrue();
        }
    }

    @Property
    void whatEndsInViewStays(@ForAll("events") List<Event> events, @ForAll("events") List<Event> later) {
        DevboxMerge merge = after(events);
        List<String> ended = merge.devboxes().stream().filter(row -> row.status().ended()).map(Devbox::id).toList();
        for (int i = 0; i < later.size(); i++) {
            merge = apply(merge, events.size() + 1L + i, later.get(i));
        }
        assertThat(merge.devboxes().stream().map(Devbox::id)).containsAll(ended);
    }

    @Property
    void aMissingDevboxStaysForOneReadAndGoesWithTheSecond(@ForAll("found") Map<String, Devbox> found) {
        DevboxMerge merge = DevboxMerge.NOTHING.readAll(1, found);
        DevboxMerge once = merge.readAll(2, Map.of());
        assertThat(once.devboxes()).isSameAs(merge.devboxes());
        assertThat(once.lacking(100)).hasSameSizeAs(merge.devboxes());
        assertThat(once.readAll(3, Map.of()).devboxes()).isEmpty();
    }

    @Property
    void aReadThatBeganBeforeAnActionDoesNotTouchItsResult(@ForAll("events") List<Event> events,
            @ForAll("found") Map<String, Devbox> stale) {
        long read = events.size() + 1L;
        Devbox result = Devboxes.named("box-3", Kind.SUSPENDING).blueprint("by-action").build();
        DevboxMerge merge = after(events).readOne(read, result.id(), null).readOne(read + 1, result.id(), result)
                .readAll(read, stale);
        assertThat(merge.devboxes()).contains(result);
        assertThat(merge.readSome(read, Map.of(result.id(), Optional.empty())).devboxes()).contains(result);
        assertThat(merge.readAll(read + 2, Map.of(result.id(), Devboxes.running("box-3").build())).devboxes())
                .doesNotContain(result);
    }

    @Property
    void whatIsGoneDoesNotComeBackWithAnOlderRead(@ForAll("found") Map<String, Devbox> found) {
        DevboxMerge merge = DevboxMerge.NOTHING.readAll(1, found);
        for (String id : found.keySet()) {
            merge = merge.readOne(3, id, null);
        }
        assertThat(merge.readAll(2, found).devboxes()).isEmpty();
        assertThat(merge.readAll(4, found).devboxes()).hasSameElementsAs(
                found.values().stream().filter(devbox -> !devbox.status().ended()).toList());
    }

    @Property
    void aLookNeverAsksForMoreThanItMay(@ForAll("events") List<Event> events,
            @ForAll("found") Map<String, Devbox> any) {
        DevboxMerge merge = after(events).readAll(events.size() + 1L, any);
        for (int turn = 0; turn < 5; turn++) {
            List<String> ids = merge.worthALook("dbx_box-1", turn, 3);
            assertThat(ids).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
            assertThat(merge.devboxes().stream().map(Devbox::id)).containsAll(ids);
        }
    }
}
