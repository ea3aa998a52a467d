package org.berea.benchmarks.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.berea.benchmarks.questions.Question;

/** Several who ask at the same time, each the next question when the last is answered. */
final class Callers {
    // The first answers of a suite that has just started may come too late for its own limits.
    private static final int WARMING = 8;

    private final Searcher searcher;
    private final int count;

    Callers(Searcher searcher, int count) {
        this.searcher = searcher;
        this.count = count;
    }

    /** The outcomes in the order of the questions; the first questions are asked before, too. */
    List<Outcome> ask(List<Question> questions) throws InterruptedException {
        try (ExecutorService callers = Executors.newFixedThreadPool(count)) {
            all(callers, questions.subList(0, Math.min(WARMING, questions.size())));
            return all(callers, questions);
        }
    }

    private List<Outcome> all(ExecutorService callers, List<Question> questions)
            throws InterruptedException {
        var tasks = new ArrayList<Callable<Outcome>>();
        questions.forEach(question -> tasks.add(() -> searcher.search(question.query())));
        var outcomes = new ArrayList<Outcome>();
        for (Future<Outcome> asked : callers.invokeAll(tasks)) {
            outcomes.add(outcome(asked));
        }
        return outcomes;
    }

    private static Outcome outcome(Future<Outcome> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e.getCause());
        }
    }
}
