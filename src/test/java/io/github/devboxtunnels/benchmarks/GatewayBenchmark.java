package io.github.devboxtunnels.benchmarks;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.devboxtunnels.benchmarks.BenchReport.Baseline;
import io.github.devboxtunnels.benchmarks.BenchReport.Summary;
import io.github.devboxtunnels.benchmarks.BenchReport.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway, with the packaged application's flags, beside nginx adding the same header before the same upstream. */
class GatewayBenchmark {

    private static final String NGINX = "nginx, one worker, adding the same header";
    private static final Pattern VALUE = Pattern.compile("(VmRSS|VmHWM)=([0-9]+)");
    private static GatewayRig rig;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        rig = new GatewayRig(folder);
        rig.ours("/small", 32, Bench.times(20, 3));
        rig.ours("/64k", 8, Bench.times(5, 1));
        rig.theirs("/small", 32, 2);
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    /** {@code gateway-latency}: p50 added at 1 connection, against nginx: at most 150 µs more. */
    @Test
    void latency() throws Exception {
        int runs = Bench.times(7, 2);
        double[] more = new double[runs];
        for (int i = 0; i < runs; i++) {
            double theirs = rig.theirs("/small", 1, seconds()).halfMicros();
            double ours = rig.ours("/small", 1, seconds()).halfMicros();
            System.out.printf("1 connection, p50: %.0f us against %.0f us%n", ours, theirs);
            more[i] = ours - theirs;
        }
        new BenchReport("gateway-latency", "µs p50 more than " + NGINX, more, Summary.MEDIAN, null,
                new Target(Target.On.VALUE, 150)).write();
    }

    /** {@code gateway-rps-32}: requests a second at 32 connections, against nginx, one worker: at least 0.6 ×. */
    @Test
    void requests() throws Exception {
        int runs = Bench.times(7, 2);
        double[] ours = new double[runs];
        double[] theirs = new double[runs];
        for (int i = 0; i < runs; i++) {
            theirs[i] = rig.theirs("/small", 32, seconds()).perSecond();
            ours[i] = rig.ours("/small", 32, seconds()).perSecond();
        }
        new BenchReport("gateway-rps-32", "requests/s", ours, Summary.MEDIAN, new Baseline(NGINX, theirs),
                new Target(Target.On.RATIO, 0.6, true)).write();
    }

    /** {@code gateway-64k}: bytes a second of 64 KiB answers, against nginx: at least 0.7 ×. */
    @Test
    void bytes() throws Exception {
        int runs = Bench.times(7, 2);
        double[] ours = new double[runs];
        double[] theirs = new double[runs];
        for (int i = 0; i < runs; i++) {
            theirs[i] = rig.theirs("/64k", 8, seconds()).perSecond() / 16;
            ours[i] = rig.ours("/64k", 8, seconds()).perSecond() / 16;
        }
        new BenchReport("gateway-64k", "MiB/s of 64 KiB answers, 8 connections", ours, Summary.MEDIAN,
                new Baseline(NGINX, theirs), new Target(Target.On.RATIO, 0.7, true)).write();
    }

    /** {@code gateway-1gib}: growth of resident memory during a 1 GiB body up and down: at most 32 MB. */
    @Test
    void memory() throws Exception {
        rig.gibibyte();
        int runs = Bench.times(5, 1);
        double[] growth = new double[runs];
        for (int i = 0; i < runs; i++) {
            double before = kib(rig.ask("collect"), "VmRSS");
            rig.gibibyte();
            growth[i] = (kib(rig.ask("memory"), "VmHWM") - before) * 1024 / 1e6;
        }
        new BenchReport("gateway-1gib", "MB", growth, Summary.LONGEST, null,
                new Target(Target.On.VALUE, 32)).write();
    }

    private static int seconds() {
        return Bench.times(3, 1);
    }

    private static double kib(String memory, String name) {
        Matcher matcher = VALUE.matcher(memory);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return Double.parseDouble(matcher.group(2));
            }
        }
        throw new AssertionError(memory);
    }
}
