package io.github.devboxtunnels.gateway;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** A thousand cuts at moments that differ each time. */
class CutsSoak {

    @Test
    void aThousandCuts() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed of the cuts: " + seed);
        new Cuts(seed).run(1000);
    }
}
