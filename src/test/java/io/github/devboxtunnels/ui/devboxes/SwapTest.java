package io.github.devboxtunnels.ui.devboxes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javafx.collections.ListChangeListener;

import io.github.devboxtunnels.testing.Devboxes;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class SwapTest {

    private final Map<String, DevboxRow> made = new LinkedHashMap<>();

    /** The letter is the id; the digit behind it is what it looks like now. */
    private DevboxRow row(String name) {
        return made.computeIfAbsent(name, key -> new DevboxRow(
                Devboxes.running(key).id(key.substring(0, 1)).build(), DevboxRow.Tier.PLAIN, null));
    }

    @Property
    void whatTheChangeTellsTurnsTheOldRowsIntoTheNewOnes(@ForAll("lists") List<String> before,
            @ForAll("lists") List<String> after) {
        RowList list = new RowList();
        list.apply(swap(list, before));
        List<DevboxRow> mirror = new ArrayList<>(list);
        int[] changes = {0};
        list.addListener((ListChangeListener<DevboxRow>) change -> {
            changes[0]++;
            replay(change, mirror);
            change.reset();
            List<DevboxRow> again = new ArrayList<>(Arrays.asList(rows(before)));
            replay(change, again);
            assertThat(again).isEqualTo(mirror);
        });
        list.apply(swap(list, after));
        assertThat(mirror).containsExactlyElementsOf(list);
        assertThat(changes[0]).isEqualTo(before.equals(after) ? 0 : 1);
    }

    private static void replay(ListChangeListener.Change<? extends DevboxRow> change, List<DevboxRow> mirror) {
        while (change.next()) {
            if (change.wasUpdated()) {
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    assertThat(mirror.get(i).id()).isEqualTo(change.getList().get(i).id());
                    assertThat(mirror.set(i, change.getList().get(i))).isNotSameAs(mirror.get(i));
                }
            } else {
                List<DevboxRow> range = mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize());
                assertThat(range).isEqualTo(change.getRemoved());
                range.clear();
                mirror.addAll(change.getFrom(), List.copyOf(change.getAddedSubList()));
            }
        }
    }

    private Swap swap(RowList list, List<String> names) {
        return Swap.between(list.shown().rows(), rows(names), false);
    }

    private DevboxRow[] rows(List<String> names) {
        return names.stream().map(this::row).toArray(DevboxRow[]::new);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "d", "e", "f", "g")
                .flatMap(id -> Arbitraries.of("1", "2").map(look -> id + look));
        return names.list().uniqueElements(name -> name.charAt(0)).ofMaxSize(7);
    }
}
