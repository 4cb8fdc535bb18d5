package io.github.devboxtunnels.api;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    private final Words words = new Words();

    private String word(String text) {
        return words.of(("<" + text + ">").toCharArray(), 1, text.length());
    }

    @Test
    void aTextThatRecursIsTheSameObject() {
        assertThat(word("running")).isEqualTo("running").isSameAs(word("running"));
        assertThat(word("")).isEmpty();
    }

    @Property(tries = 200)
    void everyTextIsItselfHoweverManyThereAre(@ForAll String[] texts) {
        for (String text : texts) {
            assertThat(word(text)).isEqualTo(text);
        }
    }
}
