package io.github.devboxtunnels.model;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsInputTest {

    @Test
    void readsPortsAndAddressesInTheOrderTyped() {
        assertThat(PortsInput.parse(" 3000, 8080;http://localhost:5173/admin 8888/lab "))
                .isEqualTo(new PortsInput.Ports(List.of(new ListedPort("Web", 3000, "/"),
                        new ListedPort("HTTP", 8080, "/"), new ListedPort("Vite", 5173, "/admin"),
                        new ListedPort("Jupyter", 8888, "/lab"))));
    }

    @Test
    void anAddressWithoutAPortMeansTheOneOfItsScheme() {
        assertThat(PortsInput.parse("http://localhost/x"))
                .isEqualTo(new PortsInput.Ports(List.of(ListedPort.of(80, "/x"))));
        assertThat(PortsInput.parse("https://localhost"))
                .isEqualTo(new PortsInput.Ports(List.of(ListedPort.of(443, "/"))));
    }

    @Test
    void aWordThatNamesNoPortIsReported() {
        assertThat(PortsInput.parse("3000, web")).isEqualTo(new PortsInput.Invalid("web", false));
        assertThat(PortsInput.parse("70000")).isEqualTo(new PortsInput.Invalid("70000", true));
        assertThat(PortsInput.parse("0")).isEqualTo(new PortsInput.Invalid("0", true));
    }

    @Property
    void everyPortIsRead(@ForAll @IntRange(min = 1, max = 65535) int port) {
        assertThat(PortsInput.parse("127.0.0.1:" + port))
                .isEqualTo(new PortsInput.Ports(List.of(ListedPort.of(port, "/"))));
    }

    @Property
    void neverFails(@ForAll String text) {
        assertThat(PortsInput.parse(text)).isNotNull();
    }
}
