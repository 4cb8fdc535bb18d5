package io.github.devboxtunnels.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.sandbox.Ledger;
import io.github.devboxtunnels.testing.GatewayBrowser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A private page opens from its row in the table, for the browser it was opened in and for no other. */
class OpenPrivatePageTest extends PrivatePageFixture {

    /** Finds a devbox by its name. */
    private void find(String devbox) {
        push(KeyCode.CONTROL, KeyCode.F);
        type(devbox);
        until(() -> desktop.shell().devboxes().rows().size() == 1);
        type(KeyCode.DOWN);
        until(() -> devbox.equals(desktop.shell().devboxes().selectedDevbox().name()));
    }

    @Test
    void thePageOpensAndItsRequestsAreListed() throws Exception {
        trySandbox();
        find("echo-service");
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        type("3000");
        type(KeyCode.ENTER);
        untilFocused("Web, port 3000");
        Path file = pressOpen();
        GatewayBrowser.Answer page = firefox.open(file);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("You reached it through its tunnel");
        assertThat(page.at()).as("the address on the card").isEqualTo(gateway());
        assertThat(file).as("the ticket is spent").doesNotExist();
        assertThat(firefox.go(page.at().resolve("/style.css?v=secret")).status()).isEqualTo(200);
        assertThat(visits("echo-service")).extracting(Ledger.Visit::path).containsExactly("/",
                "/style.css?v=secret");
        assertThat(visits("echo-service")).allMatch(Ledger.Visit::tokenSent);
        untilText("GET /, status 200");
        untilText("GET /style.css?v=…, status 200");
        untilText("A page keeps this devbox awake, last request");
        untilText("Gateway runs at " + gateway());
    }

    @Test
    void anotherBrowserIsToldThatItWasNotLetIn() throws Exception {
        at3000Of("echo-service");
        URI address = firefox.open(pressOpen()).at();
        int before = visits("echo-service").size();
        try (GatewayBrowser other = new GatewayBrowser()) {
            GatewayBrowser.Answer answer = other.go(address);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.title()).isEqualTo("This browser has not been let in");
            assertThat(answer.text()).contains("private gateway to echo-service, port 3000");
            assertThat(other.asProgram(address).status()).isEqualTo(403);
        }
        assertThat(visits("echo-service")).hasSize(before);
        untilText("GET /, status 403");
    }

    @Test
    void theAddressIsCopiedFromTheMenuAndLetsNobodyIn() throws Exception {
        at3000Of("echo-service");
        chooseInRow("Copy gateway address");
        untilText("Gateway address copied. A browser that opens it shows a number and asks here.");
        assertThat(clipboard()).isEqualTo(gateway().toString());
        assertThat(browser.starts()).isEmpty();
        assertThat(firefox.go(URI.create(clipboard())).status()).isEqualTo(403);
    }

    @Test
    void aRequestIsCopiedAsACommandWithoutTheToken() throws Exception {
        at3000Of("echo-service");
        URI address = firefox.open(pressOpen()).at();
        firefox.go(address.resolve("/style.css"));
        untilText("GET /style.css, status 200");
        chooseInRow("Show requests");
        untilFocused("Requests");
        type(KeyCode.ENTER);
        untilText("Command copied; it takes the token from $TUNNEL_TOKEN");
        assertThat(clipboard()).contains("Bearer $TUNNEL_TOKEN", "/style.css")
                .doesNotContain(tunnel("echo-service").token().reveal());
        type(KeyCode.UP);
        push(KeyCode.SHIFT, KeyCode.F10);
        choose("Copy as curl");
        until(() -> clipboard().contains("Bearer $TUNNEL_TOKEN") && !clipboard().contains("/style.css"));
    }

    @Test
    void noCommandLineCarriesTheTicket() throws Exception {
        at3000Of("echo-service");
        Path file = pressOpen();
        String html = Files.readString(file);
        String ticket = html.replaceAll("(?s).*name=\"ticket\" value=\"([^\"]+)\".*", "$1");
        assertThat(ticket).hasSize(43);
        assertThat(browser.starts().toString()).doesNotContain(ticket);
        assertThat(onFx(() -> TextsShown.in(stage)).toString()).doesNotContain(ticket);
    }
}
