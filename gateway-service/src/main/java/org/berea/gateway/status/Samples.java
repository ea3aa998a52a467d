package org.berea.gateway.status;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What all instances together told. */
record Samples(List<Sample> all) {
    Samples {
        all = List.copyOf(all);
    }

    /** Summed over everything. */
    double sum(String name) {
        return named(name).mapToDouble(Sample::value).sum();
    }

    /** Summed where the label has that value. */
    double sum(String name, String label, String value) {
        return named(name)
                .filter(sample -> sample.label(label).equals(value))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** The highest; of what all instances see alike, that is the number. */
    double max(String name) {
        return named(name).mapToDouble(Sample::value).max().orElse(0);
    }

    /** The sums by a label, without those that are zero. */
    Map<String, Double> by(String name, String label) {
        var sums = new TreeMap<String, Double>();
        named(name).forEach(it -> sums.merge(it.label(label), it.value(), Double::sum));
        sums.values().removeIf(Predicate.isEqual(0.0));
        return sums;
    }

    /**
     * The upper bound of the bucket that holds the share, over everything measured since the start.
     *
     * @return NaN when nothing was measured
     */
    double quantile(double share, String histogram) {
        var buckets = new TreeMap<Double, Double>();
        named(histogram + "_bucket")
                .forEach(it -> buckets.merge(bound(it.label("le")), it.value(), Double::sum));
        double wanted = buckets.isEmpty() ? 0 : buckets.lastEntry().getValue() * share;
        return buckets.entrySet().stream()
                .filter(bucket -> wanted > 0 && bucket.getValue() >= wanted)
                .mapToDouble(Map.Entry::getKey)
                .findFirst()
                .orElse(Double.NaN);
    }

    private Stream<Sample> named(String name) {
        return all.stream().filter(sample -> sample.name().equals(name));
    }

    private static double bound(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}
