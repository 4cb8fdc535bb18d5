package io.github.devboxtunnels.settings;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTreeTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property
    void itReadsWhatTheMapperReads(@ForAll("trees") JsonNode tree) {
        byte[] written = JsonTree.write(tree);

        assertThat(JsonTree.read(written)).isEqualTo(JsonMapper.shared().readTree(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1", "{\"a\":}", "{\"a\":1,}", "{} {}", "1 2", "]", "}", "nul", "<html>",
            "{\"a\"",
            "{\"a\":[{\"b\":\"", "\"a"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> JsonTree.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void whatIsNestedWithoutEndIsRefusedToo() {
        assertThatThrownBy(() -> JsonTree.read("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> JsonTree.read("{\"a\":".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JacksonException.class);
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(8).map(NODES::stringNode),
                Arbitraries.integers().map(NODES::numberNode), Arbitraries.longs().map(NODES::numberNode),
                Arbitraries.bigIntegers().map(NODES::numberNode), Arbitraries.doubles().map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode), Arbitraries.just(NODES.nullNode()));
        return Arbitraries.lazyOf(() -> leaves, () -> leaves,
                () -> trees().list().ofMaxSize(3).map(values -> NODES.arrayNode().addAll(values)),
                () -> Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), trees()).ofMaxSize(3)
                        .map(members -> NODES.objectNode().setAll(members)));
    }
}
