package org.berea.localstack.supervision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Does one thing with many: stage by stage, with those of one stage at the same time. */
final class Together {
    private Together() {}

    /** The highest stage first; returns when it is done with all. */
    static <T> void byStage(Collection<T> items, ToIntFunction<T> stage, Consumer<T> action) {
        List<Integer> stages =
                items.stream()
                        .map(stage::applyAsInt)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        for (int current : stages) {
            atOnce(
                    items.stream().filter(item -> stage.applyAsInt(item) == current).toList(),
                    action);
        }
    }

    private static <T> void atOnce(List<T> items, Consumer<T> action) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            items.stream()
                    .map(item -> threads.submit(() -> action.accept(item)))
                    .toList()
                    .forEach(Together::await);
        }
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("one of several tasks failed", e.getCause());
        }
    }
}
