package io.github.devboxtunnels.gateway;

import org.junit.jupiter.api.Test;

/** Rule 11: connections cut at random moments leave nothing behind. */
class CutsTest {

    @Test
    void aHundredAndTwentyCuts() throws Exception {
        new Cuts(1).run(120);
    }
}
