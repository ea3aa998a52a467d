package org.berea.benchmarks.questions;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Means of scores: of all questions, of even and of odd lines, and of those of each kind. */
public final class Scoreboard {
    private static final String ROW = "%-28s %6s %10s %8s%n";

    private static final class Mean {
        private int count;
        private double recall;
        private double gain;

        void add(Scores scores) {
            count++;
            recall += scores.recall();
            gain += scores.gain();
        }
    }

    private final Map<String, Mean> means = new LinkedHashMap<>();

    public Scoreboard() {
        means.put("all", new Mean());
        means.put("even lines", new Mean());
        means.put("odd lines", new Mean());
    }

    /** Counts the scores of one question. */
    public void add(Question question, Scores scores) {
        String lines = question.isOnEvenLine() ? "even lines" : "odd lines";
        add("all", scores);
        add(lines, scores);
        question.kind()
                .ifPresent(
                        kind -> {
                            add(kind, scores);
                            add(kind + ", " + lines, scores);
                        });
    }

    /** Prints a row for each group. */
    public void print(PrintStream out) {
        out.printf(ROW, "questions", "count", "recall@10", "nDCG@10");
        means.forEach(
                (name, mean) ->
                        out.printf(
                                ROW,
                                name,
                                mean.count,
                                share(mean.recall, mean.count),
                                share(mean.gain, mean.count)));
    }

    private void add(String name, Scores scores) {
        means.computeIfAbsent(name, _ -> new Mean()).add(scores);
    }

    private static String share(double sum, int count) {
        return count == 0 ? "-" : String.format(Locale.ROOT, "%.4f", sum / count);
    }
}
