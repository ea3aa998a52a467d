package org.berea.benchmarks.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.berea.benchmarks.lines.Triple;
import org.berea.benchmarks.questions.Question;
import org.berea.benchmarks.questions.Scores;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.RankingCandidates;
import org.berea.scripture.VerseRange;

/**
 * A question with everything that could be found for it.
 *
 * @param verses what each candidate stands for, in the wire form
 * @param values a row for each candidate, a column for each feature
 * @param right which candidates answer the question
 */
record Example(
        Question question,
        String kind,
        List<String> features,
        List<String> verses,
        float[][] values,
        boolean[] right) {

    static Example of(Question question, RankingCandidates found) {
        var verses = new ArrayList<String>();
        float[][] values = new float[found.candidates().size()][];
        boolean[] right = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            var candidate = found.candidates().get(i);
            verses.add(candidate.verse());
            values[i] = narrow(candidate.values());
            right[i] = triples(candidate.verse()).stream().anyMatch(question.answers()::contains);
        }
        return new Example(question, found.kind(), found.features(), verses, values, right);
    }

    /** Whether it may be learned from; the others tell what was gained. */
    boolean isTaught() {
        return question.isOnEvenLine();
    }

    int size() {
        return values.length;
    }

    int rightCount() {
        return (int) IntStream.range(0, right.length).filter(i -> right[i]).count();
    }

    /** How much it counts: the share of the right verses that are candidates at all. */
    double weight() {
        return (double) rightCount() / question.answers().size();
    }

    /** Whether anything can be learned: something to prefer, and something to prefer it to. */
    boolean teaches() {
        int count = rightCount();
        return count > 0 && count < size();
    }

    /** How good the order is that these weights make. */
    Scores scores(double[] weights) {
        Set<Triple> found = new LinkedHashSet<>();
        IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -score(i, weights)))
                .limit(Scores.DEPTH)
                .forEach(i -> found.addAll(triples(verses.get(i))));
        return Scores.of(List.copyOf(found), question.answers());
    }

    double score(int candidate, double[] weights) {
        float[] row = values[candidate];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }

    private static List<Triple> triples(String verse) {
        return VerseRange.parse(verse)
                .orElseThrow(() -> InvalidValueException.of("verse", verse, "a verse"))
                .verses()
                .stream()
                .map(Triple::of)
                .toList();
    }

    private static float[] narrow(double[] wide) {
        float[] narrow = new float[wide.length];
        for (int i = 0; i < wide.length; i++) {
            narrow[i] = (float) wide[i];
        }
        return narrow;
    }
}
