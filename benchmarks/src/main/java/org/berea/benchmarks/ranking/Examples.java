package org.berea.benchmarks.ranking;

import java.util.ArrayList;
import java.util.List;
import org.berea.benchmarks.questions.Question;
import org.berea.benchmarks.suite.Suite;
import org.berea.contracts.search.RankingCandidates;
import org.berea.contracts.search.SearchRequest;
import org.berea.localstack.commands.CommandFailedException;

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
     * @throws CommandFailedException when the features of two questions are not the same
     */
    List<Example> of(List<Question> questions) throws InterruptedException {
        var examples = new ArrayList<Example>();
        for (Question question : questions) {
            Example example = Example.of(question, candidates(question));
            if (!examples.isEmpty() && !example.features().equals(examples.getFirst().features())) {
                throw new CommandFailedException("the features changed while they were asked for");
            }
            examples.add(example);
        }
        return examples;
    }

    private RankingCandidates candidates(Question question) throws InterruptedException {
        String text = question.query();
        var request = SearchRequest.of(text, suite.vector(text), translation, PASSAGES);
        return suite.client()
                .post(
                        suite.search().getFirst() + "/internal/candidates",
                        request,
                        RankingCandidates.class);
    }
}
