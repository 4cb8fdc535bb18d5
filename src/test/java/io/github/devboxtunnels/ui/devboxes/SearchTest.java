package io.github.devboxtunnels.ui.devboxes;

import java.util.Locale;
import java.util.stream.Stream;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.testing.Devboxes;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTest {

    @Property
    void findsWhatLowerCaseCopiesWouldContain(@ForAll("texts") String name, @ForAll("texts") String blueprint,
            @ForAll("texts") String key, @ForAll("texts") String value, @ForAll("texts") String typed) {
        Devbox devbox = Devboxes.running("a").id("dbx_A").name(name).blueprint(blueprint).metadata(key, value)
                .build();
        boolean found = Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(word -> Stream.of(devbox.label(), devbox.id(), blueprint, key + "=" + value)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word)));
        assertThat(Search.of(typed).accepts(new DevboxRow(devbox, DevboxRow.Tier.PLAIN, null))).isEqualTo(found);
    }

    /** Few letters, so that they meet, and some that share a bit with others. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abABz09=-_ éÉ日").ofMaxLength(4);
    }
}
