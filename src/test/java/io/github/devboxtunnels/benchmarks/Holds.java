package io.github.devboxtunnels.benchmarks;

import java.io.IOException;

import io.github.devboxtunnels.benchmarks.BenchReport.Summary;
import io.github.devboxtunnels.benchmarks.BenchReport.Target;

/** How long the UI thread was held at each of many events, as {@link HoldWorker} answers. */
final class Holds {

    private static final double FRAME_MILLIS = 16;

    private final double[] longest;
    private double busiest;
    private int size;

    Holds(int size) {
        longest = new double[size];
    }

    int size() {
        return longest.length;
    }

    void add(String answer) {
        int space = answer.indexOf(' ');
        longest[size++] = Double.parseDouble(answer.substring(0, space));
        busiest = Math.max(busiest, Double.parseDouble(answer.substring(space + 1)));
    }

    /** The second line tells a slow view from a busy machine. */
    void report(String name) throws IOException {
        new BenchReport(name, "ms, " + Bench.windowName(), longest, Summary.LONGEST, null,
                new Target(Target.On.VALUE, FRAME_MILLIS)).write();
        System.out.printf("%s: median hold %.1f ms, most work of the UI thread at once %.1f ms%n", name,
                BenchReport.median(longest), busiest);
    }
}
