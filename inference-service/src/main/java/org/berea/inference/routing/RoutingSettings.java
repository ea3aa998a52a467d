package org.berea.inference.routing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.berea.contracts.Check;
import org.berea.contracts.completion.Task;
import org.berea.inference.models.SizeClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which models answer which task.
 *
 * @param tasks for each task its ladder
 * @param longestRetryAfter a rate-limited model that asks for no longer wait is asked once more
 * @param structuredCalls how often one model may be called for one structured answer; this many
 *     calls of each model make its ceiling
 */
@ConfigurationProperties(prefix = "berea.inference.routing", ignoreUnknownFields = false)
record RoutingSettings(
        Map<Task, Ladder> tasks,
        @DefaultValue("2s") Duration longestRetryAfter,
        @DefaultValue("3") int structuredCalls) {
    /**
     * @param classes in the order of preference
     * @param outputTokens the longest answer
     */
    record Ladder(List<SizeClass> classes, int outputTokens) {
        Ladder {
            classes = List.copyOf(Check.size("classes", classes, 1, 10));
            Check.range("outputTokens", outputTokens, 100, 100_000);
        }
    }

    RoutingSettings {
        Check.range("berea.inference.routing.structured-calls", structuredCalls, 1, 10);
        tasks = new EnumMap<>(tasks);
        for (Task task : Task.values()) {
            Check.present("berea.inference.routing.tasks." + task.label(), tasks.get(task));
        }
    }

    Ladder ladder(Task task) {
        return Check.present(task.label(), tasks.get(task));
    }
}
