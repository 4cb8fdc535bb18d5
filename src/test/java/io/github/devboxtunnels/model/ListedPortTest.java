package io.github.devboxtunnels.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListedPortTest {

    @Test
    void aLabelSaysTheNumberOnce() {
        assertThat(ListedPort.of(3000, "/").label()).isEqualTo("Web 3000");
        assertThat(ListedPort.of(4000, "/").label()).isEqualTo("Port 4000");
        assertThat(new ListedPort("Port 3000", 4000, "/").label()).isEqualTo("Port 3000 4000");
    }
}
