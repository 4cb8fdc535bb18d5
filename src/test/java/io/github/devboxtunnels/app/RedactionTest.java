package io.github.devboxtunnels.app;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTest {

    @Property
    void noKeyTokenOrTunnelKeyGetsThrough(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 12, max = 52) String s) {
        assertThat(Redaction.apply("Authorization: Bearer " + s)).doesNotContain(s);
        assertThat(Redaction.apply("key ak_" + s + " was refused")).doesNotContain(s).endsWith(" was refused");
        assertThat(Redaction.apply("GET https://3000-" + s + ".tunnel.runloop.ai/x")).doesNotContain(s)
                .contains("3000");
        assertThat(Redaction.apply("{\"auth_token\" : \"" + s + "\"}")).doesNotContain(s);
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        String text = "GET /v1/devboxes/dbx_31CYd5LLFbBxst8mqnUjO answered 200 in 41 ms";
        assertThat(Redaction.apply(text)).isEqualTo(text);
    }
}
