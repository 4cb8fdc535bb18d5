package io.github.devboxtunnels.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures of one benchmark, one JSON file each, so that anyone can repeat what the README quotes.
 *
 * @param name id of the row in the list of numbers the product must reach
 * @param unit of all values
 * @param values one a run, or one an event when the longest counts
 * @param summary which one of them counts
 * @param baseline what it is compared with, measured in the same run; null when it stands alone
 * @param target what it must reach
 */
record BenchReport(String name, String unit, double[] values, Summary summary, @Nullable Baseline baseline,
        Target target) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path FOLDER = Path.of("target", "bench");

    /** How many values become one. */
    enum Summary {
        MEDIAN, LONGEST
    }

    /** What the figures are compared with. */
    record Baseline(String name, double[] values) {
    }

    /** A bound on the value or on its ratio to the median of the baseline. */
    record Target(On on, double bound, boolean atLeast) {
        enum On {
            VALUE, RATIO
        }

        /** At most so much. */
        Target(On on, double max) {
            this(on, max, false);
        }

        boolean reachedBy(double value) {
            return atLeast ? value >= bound : value <= bound;
        }
    }

    /** Writes the file, prints a line and says whether the target is reached. */
    boolean write() throws IOException {
        double value = summary == Summary.MEDIAN ? median(values) : Arrays.stream(values).max().orElseThrow();
        ObjectNode json = JSON.createObjectNode();
        json.put("name", name).put("unit", unit).put("value", round(value));
        Double ratio = null;
        if (baseline != null) {
            double base = median(baseline.values());
            ratio = value / base;
            json.putObject("baseline").put("name", baseline.name()).put("value", round(base));
            json.put("ratio", round(ratio));
        }
        boolean onRatio = target.on() == Target.On.RATIO;
        json.putObject("target").put("on", onRatio ? "ratio" : "value")
                .put(target.atLeast() ? "min" : "max", target.bound());
        json.put("n", values.length);
        json.put("min", round(Arrays.stream(values).min().orElseThrow()));
        json.put("max", round(Arrays.stream(values).max().orElseThrow()));
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".json"), JSON.writeValueAsString(json));
        boolean reached = target.reachedBy(onRatio ? ratio : value);
        System.out.printf("%s: %.1f %s (n=%d)%s, target %s %s %.1f: %s%n", name, value, unit, values.length,
                ratio == null ? "" : String.format(", %.2f x %s", ratio, baseline.name()), onRatio ? "ratio" : "value",
                target.atLeast() ? ">=" : "<=", target.bound(), reached ? "reached" : "MISSED");
        return reached;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
