package org.berea.benchmarks.ranking;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of weights: kind, feature, weight, each kind under a line that tells how it was
 * learned. One run learns some kinds; those of other runs stay.
 */
final class WeightsFile {
    private static final String HEAD =
            """
            # By what search orders its candidates: kind of question, feature, weight. Learned by
            # ./berea measure ranking; a candidate's score is the sum of its features, each times
            # its weight.
            """;
    private static final String REMARK = "# ";

    private final Map<String, List<String>> kinds = new TreeMap<>();

    /** What a file holds; nothing when there is none. */
    static WeightsFile read(Path file) throws IOException {
        var weights = new WeightsFile();
        if (Files.exists(file)) {
            String remark = "";
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(REMARK)) {
                    remark = line;
                } else if (!line.isBlank()) {
                    weights.keep(line, remark);
                }
            }
        }
        return weights;
    }

    /** Takes the place of what was known of that kind. */
    void put(String kind, List<String> features, Learner.Learned learned, int folds, long seed) {
        var lines = new ArrayList<String>();
        lines.add(
                "%s%s: %d questions, penalty %s out of %d by %d folds, seed %d"
                        .formatted(
                                REMARK,
                                kind,
                                learned.examples(),
                                learned.penalty(),
                                learned.byPenalty().size(),
                                folds,
                                seed));
        for (int i = 0; i < features.size(); i++) {
            lines.add(row(kind, features.get(i), learned.weights()[i]));
        }
        kinds.put(kind, lines);
    }

    void write(BufferedWriter file) throws IOException {
        file.write(HEAD);
        for (List<String> lines : kinds.values()) {
            for (String line : lines) {
                file.write(line);
                file.write('\n');
            }
        }
    }

    private void keep(String row, String remark) {
        String kind = row.split("\t", 2)[0];
        List<String> lines = kinds.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (lines.isEmpty() && remark.startsWith(REMARK + kind + ":")) {
            lines.add(remark);
        }
        lines.add(row);
    }

    private static String row(String kind, String feature, double weight) {
        return String.format(Locale.ROOT, "%s\t%s\t%.6g", kind, feature, weight);
    }
}
