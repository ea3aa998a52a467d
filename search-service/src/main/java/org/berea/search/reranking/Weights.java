package org.berea.search.reranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How much each feature counts. Learned; the head of the file tells how. */
final class Weights {
    private static final String FILE = "weights.tsv";

    private final Map<WeightSet, double[]> bySet;

    private Weights(Map<WeightSet, double[]> bySet) {
        this.bySet = bySet;
    }

    /** Those that are shipped. */
    static Weights read() {
        try (var file = Objects.requireNonNull(Weights.class.getResourceAsStream(FILE), FILE)) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /**
     * Reads lines of kind, feature and weight with tabs between them.
     *
     * @throws IllegalArgumentException when a kind, feature or weight is missing or unknown
     */
    static Weights parse(String text) {
        var given = new HashMap<String, Map<String, Double>>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .forEach(row -> add(row, given));
        return new Weights(
                WeightSet.all().collect(Collectors.toMap(set -> set, set -> inOrder(set, given))));
    }

    /** In the order of the set's features. */
    double[] of(WeightSet set) {
        return Objects.requireNonNull(bySet.get(set));
    }

    private static void add(String[] row, Map<String, Map<String, Double>> given) {
        if (row.length != 3) {
            throw new IllegalArgumentException("weights: a line without kind, feature and weight");
        }
        given.computeIfAbsent(row[0], _ -> new HashMap<>()).put(row[1], Double.parseDouble(row[2]));
    }

    private static double[] inOrder(WeightSet set, Map<String, Map<String, Double>> given) {
        Map<String, Double> weights = given.getOrDefault(set.label(), Map.of());
        List<String> labels = set.features().stream().map(Feature::label).toList();
        if (weights.size() != labels.size() || !weights.keySet().containsAll(labels)) {
            throw new IllegalArgumentException(
                    "weights of %s: %s (expected: %s)"
                            .formatted(set.label(), weights.keySet(), labels));
        }
        return labels.stream().mapToDouble(weights::get).toArray();
    }
}
