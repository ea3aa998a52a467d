package org.berea.benchmarks.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.berea.benchmarks.questions.Question;
import org.berea.benchmarks.suite.Suite;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.RankingCandidates;
import org.berea.contracts.search.SearchRequest;
import org.berea.localstack.commands.CommandFailedException;
import org.jspecify.annotations.Nullable;

/** Asks search what it would rank. */
final class Examples {
    private static final int PASSAGES = 100;

    private final Suite suite;
    private final String translation;

    Examples(Suite suite, String translation) {
        this.suite = suite;
        this.translation = translation;
    }

    /**
     * The candidates of every question.
     *
     * @param byMeaning whether search gets the questions' vectors too
     * @throws CommandFailedException when the features of one kind are not always the same
     */
    List<Example> of(List<Question> questions, boolean byMeaning) throws InterruptedException {
        var examples = new ArrayList<Example>();
        var features = new HashMap<String, List<String>>();
        for (Question question : questions) {
            Example example = Example.of(question, candidates(question, byMeaning));
            var known = features.putIfAbsent(example.kind(), example.features());
            if (known != null && !known.equals(example.features())) {
                throw new CommandFailedException("the features changed while they were asked for");
            }
            examples.add(example);
        }
        return examples;
    }

    private RankingCandidates candidates(Question question, boolean byMeaning)
            throws InterruptedException {
        String text = question.query();
        @Nullable QueryVector vector = byMeaning ? suite.vector(text) : null;
        return suite.client()
                .post(
                        suite.search().getFirst() + "/internal/candidates",
                        SearchRequest.of(text, vector, translation, PASSAGES),
                        RankingCandidates.class);
    }
}
