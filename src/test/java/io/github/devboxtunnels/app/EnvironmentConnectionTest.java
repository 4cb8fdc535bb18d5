package io.github.devboxtunnels.app;

import java.util.HashMap;
import java.util.Map;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Secret;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentConnectionTest {

    private static final String KEY = "ak_fromTheEnvironment";

    @Test
    void aKeyAloneBelongsToProduction() {
        assertThat(EnvironmentConnection.of(Map.of("RUNLOOP_API_KEY", " " + KEY + "\n"))).isEqualTo(
                new EnvironmentConnection.Found(new Connection(Connection.Kind.ENVIRONMENT, ApiOrigin.RUNLOOP,
                        AddressTemplate.parse("tunnel.runloop.ai"), Secret.of(KEY))));
    }

    @Test
    void allThreeTogether() {
        assertThat(EnvironmentConnection.of(Map.of("RUNLOOP_API_KEY", KEY, "RUNLOOP_BASE_URL", "http://127.0.0.1:9000/",
                "DEVBOX_TUNNELS_URL_TEMPLATE", "http://{port}-{tunnel_key}.tunnel.localhost:9001")))
                .isEqualTo(new EnvironmentConnection.Found(new Connection(Connection.Kind.ENVIRONMENT,
                        ApiOrigin.parse("http://127.0.0.1:9000"),
                        new AddressTemplate("http", "tunnel.localhost:9001"), Secret.of(KEY))));
    }

    @Test
    void theTemplateIsDerivedFromTheBaseUrl() {
        assertThat(EnvironmentConnection
                .of(Map.of("RUNLOOP_API_KEY", KEY, "RUNLOOP_BASE_URL", "https://api.runloop.pro")))
                .extracting("connection.addresses").hasToString("https://{port}-{tunnel_key}.tunnel.runloop.pro");
    }

    @Test
    void withoutAKeyTheOthersSayNothing() {
        assertThat(EnvironmentConnection.of(Map.of())).isEqualTo(new EnvironmentConnection.None());
        assertThat(EnvironmentConnection.of(Map.of("RUNLOOP_API_KEY", "  ", "RUNLOOP_BASE_URL", "https://evil.example",
                "DEVBOX_TUNNELS_URL_TEMPLATE", "nonsense"))).isEqualTo(new EnvironmentConnection.None());
    }

    @Test
    void aBaseUrlThatCannotBeReadDoesNotSendTheKeyToProduction() {
        for (String bad : new String[]{"http://api.runloop.ai", "https://user:pass@host", "ftp://x", "api.runloop.ai",
                "https://", "https://a b", "https://host?x=" + KEY}) {
            assertThat(EnvironmentConnection.of(Map.of("RUNLOOP_API_KEY", KEY, "RUNLOOP_BASE_URL", bad)))
                    .isInstanceOfSatisfying(EnvironmentConnection.Refused.class, refused -> {
                        assertThat(refused.variable()).isEqualTo("RUNLOOP_BASE_URL");
                        assertThat(refused.rule()).isNotBlank().doesNotContain(bad, KEY);
                    });
        }
    }

    @Test
    void aTemplateThatCannotBeReadIsNamed() {
        for (String bad : new String[]{"http://{port}-{tunnel_key}.tunnel.runloop.ai", "https://{port}.x", "a b"}) {
            assertThat(EnvironmentConnection.of(Map.of("RUNLOOP_API_KEY", KEY, "DEVBOX_TUNNELS_URL_TEMPLATE", bad)))
                    .isInstanceOfSatisfying(EnvironmentConnection.Refused.class, refused -> {
                        assertThat(refused.variable()).isEqualTo("DEVBOX_TUNNELS_URL_TEMPLATE");
                        assertThat(refused.rule()).isNotBlank().doesNotContain(bad);
                    });
        }
    }

    @Property
    void anyVariablesGiveAnAnswerThatHidesTheKey(@ForAll("texts") String base, @ForAll("texts") String template) {
        Map<String, String> variables = new HashMap<>(Map.of("RUNLOOP_API_KEY", KEY));
        variables.put("RUNLOOP_BASE_URL", base);
        variables.put("DEVBOX_TUNNELS_URL_TEMPLATE", template);
        assertThat(EnvironmentConnection.of(variables).toString()).doesNotContain(KEY);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings(), Arbitraries.strings().withChars("htps:/[]@?#{}-.x19 "),
                Arbitraries.of("https://[::1]:70000", "https://api.x", "http://127.0.0.1", "https://1.2.3.4"));
    }
}
