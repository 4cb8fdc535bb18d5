package io.github.devboxtunnels.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.service.PortBook.Source;
import io.github.devboxtunnels.testing.Devboxes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortBookTest {

    private static final ListedPort WEB = ListedPort.of(3000, "/");
    private static final ListedPort API = ListedPort.of(8080, "/health");

    private final Memory memory = new Memory();
    private final PortBook book = new PortBook(memory, "acme");

    private static final class Memory implements PortMemory {
        private Map<String, List<ListedPort>> ports = new LinkedHashMap<>();

        @Override
        public Map<String, List<ListedPort>> ports() {
            return ports;
        }

        @Override
        public void update(UnaryOperator<Map<String, List<ListedPort>>> change) {
            ports = change.apply(ports);
        }
    }

    @Test
    void aNewDevboxOfTheSameNameHasThePortsOfTheOldOne() {
        book.remember(Devboxes.running("api").id("dbx_1").build(), List.of(WEB, API));
        PortBook.Recalled recalled = book.recall(Devboxes.running("api").id("dbx_2").build());
        assertThat(recalled).isEqualTo(new PortBook.Recalled(List.of(WEB, API), Source.NAME));
    }

    @Test
    void anotherDevboxOfTheSameBlueprintHasThemToo() {
        book.remember(Devboxes.running("api").blueprint("node-22").build(), List.of(WEB));
        assertThat(book.recall(Devboxes.running("web").blueprint("node-22").build()))
                .isEqualTo(new PortBook.Recalled(List.of(WEB), Source.BLUEPRINT));
    }

    @Test
    void theNameCountsMoreThanTheBlueprint() {
        book.remember(Devboxes.running("api").blueprint("node-22").build(), List.of(API));
        book.remember(Devboxes.running("web").blueprint("node-22").build(), List.of(WEB));
        assertThat(book.recall(Devboxes.running("api").blueprint("node-22").build()).ports()).containsExactly(API);
    }

    @Test
    void aDevboxWithoutNameAndBlueprintIsKnownByItsIdAlone() {
        Devbox bare = Devboxes.unnamed("dbx_9").build();
        book.remember(bare, List.of(WEB));
        assertThat(book.recall(bare)).isEqualTo(new PortBook.Recalled(List.of(WEB), Source.ID));
        assertThat(book.recall(Devboxes.unnamed("dbx_8").build()))
                .isEqualTo(new PortBook.Recalled(List.of(), Source.NONE));
        assertThat(book.recall(Devboxes.running(" ").id("dbx_9").build()).source()).isEqualTo(Source.ID);
    }

    @Test
    void portsThatWereAllRemovedStayRemoved() {
        Devbox devbox = Devboxes.running("api").build();
        book.remember(devbox, List.of(WEB));
        book.remember(devbox, List.of());
        assertThat(book.recall(devbox)).isEqualTo(new PortBook.Recalled(List.of(), Source.NAME));
    }

    @Test
    void accountsDoNotMix() {
        book.remember(Devboxes.running("api").build(), List.of(WEB));
        assertThat(new PortBook(memory, "other").recall(Devboxes.running("api").build()).source())
                .isEqualTo(Source.NONE);
    }

    @Test
    void whatWasWrittenLongestAgoIsForgottenFirst() {
        for (int i = 0; i < PortBook.LIMIT; i++) {
            book.remember(Devboxes.running("box-" + i).build(), List.of(WEB));
        }
        book.remember(Devboxes.running("box-0").build(), List.of(API));
        book.remember(Devboxes.running("new").build(), List.of(WEB));
        assertThat(memory.ports()).hasSize(PortBook.LIMIT);
        assertThat(book.recall(Devboxes.running("box-0").build()).ports()).containsExactly(API);
        assertThat(book.recall(Devboxes.running("box-1").build()).source()).isEqualTo(Source.NONE);
        assertThat(book.recall(Devboxes.running("new").build()).source()).isEqualTo(Source.NAME);
    }
}
