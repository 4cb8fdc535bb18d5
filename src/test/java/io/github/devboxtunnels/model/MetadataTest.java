package io.github.devboxtunnels.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataTest {

    @Test
    void wordsStandInTheOrderOfTheirKeys() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("team", "web");
        map.put("branch", "main");
        Metadata metadata = Metadata.of(map);
        assertThat(metadata.texts()).containsExactly("branch=main", "team=web");
        assertThat(metadata).isEqualTo(Metadata.of(Map.of("branch", "main", "team", "web")))
                .hasSameHashCodeAs(Metadata.of(Map.of("branch", "main", "team", "web")))
                .isNotEqualTo(Metadata.of(Map.of("branch", "main", "team", "api"))).isNotEqualTo(Metadata.NONE);
        assertThat(Metadata.of(Map.of())).isEqualTo(Metadata.NONE);
    }

    @Test
    void ofAKeyThatComesTwiceTheLastWordCounts() {
        assertThat(Metadata.of(List.of("team", "web", "branch", "main", "team", "api")).texts())
                .containsExactly("branch=main", "team=api");
        assertThat(Metadata.of(List.of("a", "1", "a", "2")).texts()).containsExactly("a=2");
    }
}
