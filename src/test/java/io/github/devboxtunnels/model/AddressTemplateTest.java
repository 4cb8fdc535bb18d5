package io.github.devboxtunnels.model;

import java.net.URI;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressTemplateTest {

    private static final Secret KEY = Secret.of("f9w6uga8u9mq62mlazus1pslbv0tuq2dsq0wtf99ekmri8f208g1");

    @ParameterizedTest
    @CsvSource({"https://api.runloop.ai, https://3000-k.tunnel.runloop.ai/",
            "https://api.runloop.pro/, https://3000-k.tunnel.runloop.pro/",
            "https://runloop.example, https://3000-k.tunnel.runloop.example/",
            "http://127.0.0.1:9001, http://3000-k.tunnel.localhost:9001/"})
    void theDomainFollowsFromTheBaseUrl(String base, String address) {
        assertThat(AddressTemplate.derive(ApiOrigin.parse(base)).address(Secret.of("k"), 3000, "/"))
                .isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://{port}-{tunnel_key}.tunnel.localhost:9001",
            "http://{port}-{tunnel_key}.tunnel.localhost:9001/", " tunnel.localhost:9001 ", "TUNNEL.localhost:9001"})
    void aTemplateOrADomainIsUnderstood(String text) {
        assertThat(AddressTemplate.parse(text)).isEqualTo(new AddressTemplate("http", "tunnel.localhost:9001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://{port}-{tunnel_key}.tunnel.runloop.ai", "http://tunnel.localhost",
            "ftp://{port}-{tunnel_key}.x", "a b", "", "-x", "tunnel.runloop.ai/path", "user@tunnel.runloop.ai"})
    void whatIsNeitherIsRefused(String text) {
        assertThatThrownBy(() -> AddressTemplate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTemplateReadsBackAsItIsWritten() {
        AddressTemplate template = new AddressTemplate("https", "tunnel.runloop.ai");
        assertThat(AddressTemplate.parse(template.toString())).isEqualTo(template);
    }

    @Test
    void aLabelOf63CharactersFitsAndOneOf64DoesNot() {
        AddressTemplate template = new AddressTemplate("https", "tunnel.runloop.ai");
        assertThat(template.fits(KEY, 65535)).isTrue();
        assertThat(template.fits(Secret.of("k".repeat(58)), 3000)).isTrue();
        assertThat(template.fits(Secret.of("k".repeat(59)), 3000)).isFalse();
        assertThat(template.fits(Secret.of("a.b"), 3000)).isFalse();
        assertThatThrownBy(() -> template.address(Secret.of("a/b"), 80, "/")).hasMessageNotContaining("a/b");
    }

    @Test
    void whatAUrlCannotCarryIsEncodedAndTheRestStaysAsTyped() {
        AddressTemplate template = new AddressTemplate("https", "t.x");
        assertThat(template.address(Secret.of("k"), 1, "/ä b?q=1&r=%2F#frag#2"))
                .hasToString("https://1-k.t.x/%C3%A4%20b?q=1&r=%2F#frag%232");
    }

    @Property
    void everyPathMakesAnAddressOfTheSameHost(@ForAll String path, @ForAll @IntRange(min = 1, max = 65535) int port,
            @ForAll("keys") String key) {
        URI address = new AddressTemplate("https", "tunnel.runloop.ai").address(Secret.of(key), port, "/" + path);
        assertThat(address.getRawAuthority()).isEqualTo(port + "-" + key + ".tunnel.runloop.ai");
        assertThat(address.getScheme()).isEqualTo("https");
        assertThat(address.getRawPath()).startsWith("/");
        assertThat(address.toString()).isEqualTo(address.toASCIIString());
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withChars("abcXYZ019-_").ofMinLength(1).ofMaxLength(57);
    }
}
