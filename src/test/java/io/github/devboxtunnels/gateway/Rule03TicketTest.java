package io.github.devboxtunnels.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 3: a ticket in a file lets one browser in, once, in time. */
class Rule03TicketTest {

    private final SimulatedTimeline time = new SimulatedTimeline();
    private final GatewayFixture fixture = new GatewayFixture(time);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theFileIsReadableByTheUserAloneAndSoIsItsFolder() throws Exception {
        Path file = fixture.gateway.ticketFile("/");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void itsPagePostsTheTicketAndNoAddressCarriesIt() throws Exception {
        Path file = fixture.gateway.ticketFile("/admin?tab=1");
        String html = Files.readString(file);
        Map<String, String> fields = GatewayFixture.fields(html);

        assertThat(GatewayFixture.action(html).toString()).isEqualTo(fixture.origin() + Pages.ENTER);
        assertThat(html).contains("method=\"post\"", "Opening web", "Content-Security-Policy");
        assertThat(fields.get(OwnPages.TICKET)).hasSize(43);
        assertThat(file.toString()).doesNotContain(fields.get(OwnPages.TICKET));
        assertThat(fields).containsEntry("path", "/admin?tab=1");
    }

    @Test
    void aTicketLetsInOnceAndItsFileIsGone() throws Exception {
        Path file = fixture.gateway.ticketFile("/");
        Map<String, String> fields = GatewayFixture.fields(Files.readString(file));

        RawClient.Answer first = fixture.redeem(fields);
        RawClient.Answer second = fixture.redeem(fields);

        assertThat(first.status()).isEqualTo(200);
        assertThat(file).doesNotExist();
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.text()).contains("This ticket no longer works");
        assertThat(second.all("set-cookie")).isEmpty();
        assertThat(fixture.get("/", GatewayFixture.cookie(first)).text()).isEqualTo("ok");
    }

    @Test
    void afterAMinuteTicketAndFileAreGone() throws Exception {
        Path file = fixture.gateway.ticketFile("/");
        Map<String, String> fields = GatewayFixture.fields(Files.readString(file));

        time.advance(Duration.ofSeconds(61));

        assertThat(file).doesNotExist();
        assertThat(fixture.redeem(fields).status()).isEqualTo(403);
    }

    @Test
    void onlyAPostRedeems() throws Exception {
        String query = Pages.ENTER + "?ticket=" + fixture.ticket().get(OwnPages.TICKET);

        assertThat(fixture.exchange("GET", query, GatewayFixture.navigation()).status()).isEqualTo(405);
        assertThat(fixture.exchange("HEAD", query).status()).isEqualTo(405);
        assertThat(fixture.redeem(fixture.ticket()).status()).isEqualTo(200);
    }

    @Test
    void aFrameDoesNotRedeem() throws Exception {
        Map<String, String> fields = fixture.ticket();

        assertThat(fixture.post(Pages.ENTER, fields, "Sec-Fetch-Dest: iframe", "Sec-Fetch-Mode: navigate").status())
                .isEqualTo(403);
        assertThat(fixture.redeem(fields).status()).isEqualTo(200);
    }

    @Test
    void stoppingTakesTheFilesAway() throws Exception {
        Path file = fixture.gateway.ticketFile("/");

        fixture.gateway.stop();

        assertThat(file).doesNotExist();
    }

    @Test
    void whatAnEndedProcessLeftBehindIsSweptAway() throws Exception {
        Files.createDirectories(fixture.folder);
        Path old = Files.writeString(fixture.folder.resolve("open-0000.html"), "");
        Files.setLastModifiedTime(old, FileTime.from(time.now().minusSeconds(300)));

        fixture.gateway.ticketFile("/");

        assertThat(old).doesNotExist();
    }

    @Test
    void aBrowserThatCannotReadTheFileShowsANumberAndWaitsForAYes() throws Exception {
        RawClient.Answer page = fixture.exchange("GET", "/deep?x=1", GatewayFixture.navigation());
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("This browser has not been let in");

        RawClient.Answer asked = ask(GatewayFixture.fields(page.text()));
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.one("location")).isEqualTo(fixture.origin() + Pages.ASK);
        String asking = asked.one("set-cookie");
        assertThat(asking).contains("HttpOnly", "SameSite=Strict");
        Awaitility.await().until(() -> fixture.questions.size() == 1);
        BrowserQuestion question = fixture.questions.getFirst();
        assertThat(question.number()).matches("[0-9]{4}");
        assertThat(look(asking).text()).contains(">" + question.number() + "<");

        question.approve();
        RawClient.Answer in = look(asking);

        assertThat(in.text()).contains("location.replace(\"" + fixture.origin() + "/deep\\u003fx\\u003d1\")");
        assertThat(fixture.get("/", GatewayFixture.cookie(in)).status()).isEqualTo(200);
        assertThat(look(asking).text()).contains("was not let in");
    }

    @Test
    void aNoAndNoAnswerKeepItOut() throws Exception {
        String refused = ask(Map.of()).one("set-cookie");
        String unanswered = ask(Map.of()).one("set-cookie");
        Awaitility.await().until(() -> fixture.questions.size() == 2);

        fixture.questions.getFirst().deny();
        time.advance(Duration.ofSeconds(61));
        fixture.questions.getLast().approve();

        assertThat(look(refused).text()).contains("was not let in");
        assertThat(look(unanswered).text()).contains("was not let in");
        Awaitility.await().until(() -> fixture.closed.size() == 2);
    }

    @Test
    void noMoreThanThreeQuestionsStandAtOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(Map.of()).status()).isEqualTo(303);
        }
        assertThat(ask(Map.of()).status()).isEqualTo(429);
    }

    private RawClient.Answer ask(Map<String, String> fields) throws Exception {
        return fixture.post(Pages.ASK, fields, "Origin: " + fixture.origin(), "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document");
    }

    private RawClient.Answer look(String setCookie) throws Exception {
        return fixture.exchange("GET", Pages.ASK,
                GatewayFixture.navigation("Cookie: " + setCookie.substring(0, setCookie.indexOf(';'))));
    }
}
