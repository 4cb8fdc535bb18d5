package io.github.devboxtunnels.gateway;

import java.nio.file.Files;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.testing.Devboxes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 2: one origin per devbox and port, not guessable, one DNS label. */
class Rule02OriginTest {

    @Test
    void itReadsWellAndIsTheSameEachTime() {
        String name = name("My Web-App 2", "dbx_1", 3000);

        assertThat(name).matches("3000-mywebapp-[a-z]{12}\\.localhost").isEqualTo(name("My Web-App 2", "dbx_1", 3000));
    }

    @Test
    void devboxesAndInstallationsDoNotShareOne() {
        assertThat(name("web", "dbx_1", 3000)).isNotEqualTo(name("web", "dbx_2", 3000))
                .isNotEqualTo(name("web", "dbx_1", 3001))
                .isNotEqualTo(OriginName.of(Devboxes.running("web").id("dbx_1").build(), 3000, Secret.of("another")));
    }

    @Test
    void aDevboxWithoutAsciiLettersHasOneToo() {
        assertThat(name("日本 42", "dbx_1", 3000)).matches("3000-[a-z]{12}\\.localhost");
        assertThat(OriginName.of(Devboxes.unnamed("dbx_secret").build(), 80, GatewayFixture.INSTALLATION))
                .matches("80-[a-z]{12}\\.localhost");
    }

    @Property
    void itIsOneLabelWhateverTheName(@ForAll String given, @ForAll @IntRange(min = 1, max = 65535) int port) {
        assertThat(name(given, "dbx_1", port)).matches("[0-9]{1,5}-([a-z]{1,20}-)?[a-z]{12}\\.localhost")
                .hasSizeLessThan(63);
    }

    @Test
    void forgettingThePagesDataTellsTheBrowser() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture()) {
            RawClient.Answer answer = fixture.redeem(
                    GatewayFixture.fields(Files.readString(fixture.gateway.forgetDataFile())));

            assertThat(answer.one("clear-site-data")).isEqualTo("\"cache\", \"cookies\", \"storage\"");
            assertThat(answer.text()).contains("The data of this page is forgotten");
            assertThat(answer.all("set-cookie")).isEmpty();
            assertThat(fixture.upstream.requests()).isEmpty();
        }
    }

    private static String name(String given, String id, int port) {
        return OriginName.of(Devboxes.running(given).id(id).build(), port, GatewayFixture.INSTALLATION);
    }
}
