package org.berea.benchmarks.latency;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Several who ask at the same time, each the next question when the last is answered. */
final class Callers {
    private static final List<Form> FORMS = List.of(Form.values());

    private final Asker asker;
    private final int count;

    Callers(Asker asker, int count) {
        this.asker = asker;
        this.count = count;
    }

    /**
     * Asks that many questions in each form, in turns, so that both meet the suite equally warm and
     * equally busy. Each question has its limits, so this has one too.
     */
    Map<Form, Results> ask(int questions, Prompts prompts) throws InterruptedException {
        Map<Form, Results> results = new ConcurrentSkipListMap<>();
        var left = new AtomicInteger(questions * FORMS.size());
        together(
                () -> {
                    for (int i = left.decrementAndGet(); i >= 0; i = left.decrementAndGet()) {
                        Form form = FORMS.get(i % FORMS.size());
                        results.computeIfAbsent(form, _ -> new Results())
                                .add(asker.ask(prompts.next(), form));
                    }
                    return true;
                });
        return results;
    }

    private void together(Callable<Boolean> caller) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> ended : threads.invokeAll(Collections.nCopies(count, caller))) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e.getCause());
        }
    }
}
