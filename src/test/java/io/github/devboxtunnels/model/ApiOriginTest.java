package io.github.devboxtunnels.model;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiOriginTest {

    @ParameterizedTest
    @CsvSource({"https://api.runloop.ai/, https://api.runloop.ai", "HTTPS://API.Runloop.AI, https://api.runloop.ai",
            "http://127.0.0.1:8080, http://127.0.0.1:8080", "http://[::1]:80/x/, http://[::1]:80/x",
            "http://localhost, http://localhost"})
    void isReadWithoutCaseAndTrailingSlash(String text, String url) {
        assertThat(ApiOrigin.parse(text).url()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.runloop.ai", "http://127.0.0.1.evil.test", "http://localhost.evil.test",
            "http://10.0.0.1", "https://user@api.runloop.ai", "https://api.runloop.ai?x", "https://api.runloop.ai#x",
            "api.runloop.ai", "file:///etc/passwd", "https://", "", "ht tp://x", "http://127.0.0.1@evil.test"})
    void whatCouldCarryAKeyElsewhereIsRefused(String text) {
        assertThatThrownBy(() -> ApiOrigin.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDomainIsTheHostWithoutApi() {
        assertThat(ApiOrigin.RUNLOOP.domain()).isEqualTo("runloop.ai");
        assertThat(ApiOrigin.RUNLOOP.platform("/devboxes/dbx_1"))
                .hasToString("https://platform.runloop.ai/devboxes/dbx_1");
    }

    @Property
    void plainHttpIsForLoopbackOnly(@ForAll String host) {
        try {
            ApiOrigin origin = ApiOrigin.parse("http://" + host);
            assertThat(origin.isLoopback()).isTrue();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContainingAny("http://" + host);
        }
    }
}
