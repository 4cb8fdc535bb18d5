package io.github.devboxtunnels.ui.devboxes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoardTest {

    private static final Board.Rules FREE = new Board.Rules(Set.of(), Set.of(), false);
    private static final Board.Rules HELD = new Board.Rules(Set.of(), Set.of(), true);

    private static DevboxList list(Devbox... devboxes) {
        return new DevboxList(List.of(devboxes), DevboxList.Ended.UNASKED, SimulatedTimeline.START, null, 0, null);
    }

    private static List<DevboxRow> rows(Board board) throws InterruptedException {
        return Arrays.asList(board.choose(ListFilter.ALL, Search.of(""), false));
    }

    private static List<String> names(Board board) throws InterruptedException {
        return rows(board).stream().map(row -> row.devbox().label()).toList();
    }

    @Test
    void withTunnelThenRunningThenName() throws Exception {
        Board board = Board.EMPTY.next(list(Devboxes.failed("bench").build(), Devboxes.running("agent-43").build(),
                Devboxes.suspended("nightly").authenticated().build(), Devboxes.running("web").open().build(),
                Devboxes.named("agent-44", Kind.PROVISIONING).build(), Devboxes.suspended("feature").build(),
                Devboxes.named("load", Kind.RESUMING).authenticated().build(),
                Devboxes.running("agent-9").authenticated().build(),
                Devboxes.running("agent-42").authenticated().build()), FREE);
        assertThat(names(board)).containsExactly("agent-9", "agent-42", "web", "load", "nightly", "agent-43",
                "agent-44", "feature", "bench");
    }

    @Test
    void aDevboxInTransitionStaysInItsPlace() throws Exception {
        Board board = Board.EMPTY.next(list(Devboxes.running("a").build(), Devboxes.running("b").build(),
                Devboxes.suspended("c").build()), FREE);
        board = board.next(list(Devboxes.named("a", Kind.SUSPENDING).build(), Devboxes.running("b").build(),
                Devboxes.named("c", Kind.RESUMING).build()), FREE);
        assertThat(names(board)).containsExactly("a", "b", "c");
        board = board.next(list(Devboxes.suspended("a").build(), Devboxes.running("b").build(),
                Devboxes.running("c").build()), FREE);
        assertThat(names(board)).containsExactly("b", "c", "a");
    }

    @Test
    void heldRowsStayAndNewOnesComeLast() throws Exception {
        Board board = Board.EMPTY.next(list(Devboxes.running("b").build(), Devboxes.running("d").build(),
                Devboxes.running("f").build()), FREE);
        board = board.next(list(Devboxes.running("f").open().build(), Devboxes.running("a").build(),
                Devboxes.running("b").build()), HELD);
        assertThat(names(board)).containsExactly("b", "f", "a");
        assertThat(names(board.next(list(Devboxes.running("f").open().build(), Devboxes.running("a").build(),
                Devboxes.running("b").build()), FREE))).containsExactly("f", "a", "b");
    }

    @Test
    void pinnedFirstAndRecentFirstWhenThereAreMany() throws Exception {
        Devbox[] few = IntStream.range(10, 30).mapToObj(i -> Devboxes.running("n" + i).build())
                .toArray(Devbox[]::new);
        Devbox[] many = IntStream.range(10, 60).mapToObj(i -> Devboxes.running("n" + i).build())
                .toArray(Devbox[]::new);
        Board.Rules rules = new Board.Rules(Set.of("dbx_n20"), Set.of("dbx_n25", "dbx_n12"), false);
        assertThat(names(Board.EMPTY.next(list(few), rules))).startsWith("n20", "n10", "n11");
        assertThat(names(Board.EMPTY.next(list(many), rules))).startsWith("n20", "n12", "n25", "n10");
    }

    @Test
    void endedOnesComeLastAndOnlyWhenAskedForAndNoneTwice() throws Exception {
        DevboxList list = new DevboxList(List.of(Devboxes.running("a").build(), Devboxes.failed("f").build()),
                new DevboxList.Ended(3, List.of(Devboxes.failed("f").build(), Devboxes.ended("z").build(),
                        Devboxes.ended("b").build()), true, null),
                SimulatedTimeline.START, null, 0, null);
        Board board = Board.EMPTY.next(list, FREE);
        assertThat(names(board)).containsExactly("a", "f");
        assertThat(board.choose(ListFilter.ALL, Search.of(""), true)).extracting(row -> row.devbox().label())
                .containsExactly("a", "f", "z", "b");
    }

    @Test
    void countsEveryChip() throws Exception {
        Counts counts = Board.EMPTY.next(list(Devboxes.running("a").open().build(),
                Devboxes.running("b").authenticated().build(), Devboxes.suspended("c").open().build(),
                Devboxes.failed("d").open().build(), Devboxes.named("e", Kind.RESUMING).build()), FREE).counts();
        assertThat(counts.each()).containsOnly(Map.entry(ListFilter.ALL, 5),
                Map.entry(ListFilter.RUNNING, 2), Map.entry(ListFilter.SUSPENDED, 1),
                Map.entry(ListFilter.WITH_TUNNEL, 3), Map.entry(ListFilter.OPEN, 2));
    }

    @Property(tries = 300)
    void unchangedDevboxesKeepTheirRowsAndEveryOrderIsComplete(@ForAll("accounts") List<Devbox> before,
            @ForAll("accounts") List<Devbox> after, @ForAll boolean held, @ForAll long seed) throws Exception {
        Board first = Board.EMPTY.next(list(before.toArray(Devbox[]::new)), FREE);
        List<Devbox> shuffled = new ArrayList<>(after);
        Collections.shuffle(shuffled, new Random(seed));
        Board second = first.next(list(shuffled.toArray(Devbox[]::new)), held ? HELD : FREE);
        assertThat(rows(second)).extracting(DevboxRow::devbox).containsExactlyInAnyOrderElementsOf(after);
        for (DevboxRow row : rows(first)) {
            if (after.contains(row.devbox())) {
                assertThat(second.row(row.id())).isSameAs(row);
            }
        }
        if (held) {
            List<String> stayed = names(first).stream().filter(names(second)::contains).toList();
            assertThat(names(second).subList(0, stayed.size())).isEqualTo(stayed);
        } else if (shuffled.stream().noneMatch(devbox -> devbox.status().moving())) {
            assertThat(names(second)).isEqualTo(names(Board.EMPTY.next(list(after.toArray(Devbox[]::new)), FREE)));
        }
    }

    @Property(tries = 300)
    void aLongerSearchFindsNothingThatAShorterOneDidNot(@ForAll("accounts") List<Devbox> account,
            @ForAll("words") String word, @ForAll("words") String more) throws Exception {
        Board board = Board.EMPTY.next(list(account.toArray(Devbox[]::new)), FREE);
        List<DevboxRow> shorter = Arrays.asList(board.choose(ListFilter.ALL, Search.of(word), false));
        List<DevboxRow> longer = Arrays.asList(board.choose(ListFilter.ALL, Search.of(word + " " + more), false));
        assertThat(rows(board).stream().filter(shorter::contains).toList()).isEqualTo(shorter);
        assertThat(shorter.stream().filter(longer::contains).toList()).isEqualTo(longer);
        assertThat(longer).allMatch(row -> (row.devbox().label() + "\n" + row.id()).toLowerCase(Locale.ROOT)
                .contains(more.toLowerCase(Locale.ROOT)));
    }

    @Test
    void searchesNameIdMetadataAndBlueprint() {
        DevboxRow row = new DevboxRow(Devboxes.running("API-Server").id("dbx_31CYkLq8").blueprint("node-22")
                .metadata("owner", "CI-bot").metadata("a=b", "C=d").build(), DevboxRow.Tier.PLAIN, null);
        for (String found : List.of("api", "API server", "31cyk", "node", "owner=ci-bot", "OWNER=CI", "er=c", "owner=",
                "=ci-bot", "b=c=d", "=", "bot node api", " ")) {
            assertThat(Search.of(found).accepts(row)).as(found).isTrue();
        }
        for (String missed : List.of("apis", "node-23", "api nothing", "xowner=ci", "owner=bot", "owner==",
                "ci-bota")) {
            assertThat(Search.of(missed).accepts(row)).as(missed).isFalse();
        }
    }

    @Provide
    Arbitrary<List<Devbox>> accounts() {
        Arbitrary<Devbox> devboxes = Combinators.combine(Arbitraries.integers().between(1, 12),
                Arbitraries.of(Kind.RUNNING, Kind.SUSPENDED, Kind.RESUMING, Kind.FAILURE),
                Arbitraries.integers().between(0, 2)).as((number, kind, tunnel) -> {
                    Devboxes devbox = Devboxes.named("n" + number, kind);
                    return (tunnel == 0 ? devbox : tunnel == 1 ? devbox.open() : devbox.authenticated()).build();
                });
        return devboxes.list().uniqueElements(Devbox::id).ofMaxSize(10);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("n", "N1", "dbx_", "2", "x", "n12");
    }
}
