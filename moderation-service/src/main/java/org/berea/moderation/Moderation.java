package org.berea.moderation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.moderation.Direction;
import org.berea.contracts.moderation.ModerationRequest;
import org.berea.contracts.moderation.ModerationResponse;
import org.berea.contracts.moderation.ModerationResponse.Result;
import org.berea.moderation.classifying.Classifier;
import org.berea.moderation.deciding.Decider;
import org.berea.moderation.policy.Policy;
import org.springframework.stereotype.Component;

/** What happens to a text: evidence is found in it, weighed, and counted. */
@Component
final class Moderation {
    private static final String NONE = "none";

    private final Classifier classifier;
    private final Decider decider;
    private final MeterRegistry meters;

    Moderation(Classifier classifier, Decider decider, Policy policy, MeterRegistry meters) {
        this.classifier = classifier;
        this.decider = decider;
        this.meters = meters;
        for (Direction direction : Direction.values()) {
            results(direction, NONE);
            policy.categories().forEach(category -> results(direction, category.name()));
        }
    }

    ModerationResponse moderate(ModerationRequest request) {
        return new ModerationResponse(request.input().stream().map(this::moderate).toList());
    }

    private Result moderate(ModerationRequest.Item item) {
        Result result = decider.decide(classifier.classify(item.text()), item.direction());
        count(item, result);
        return result;
    }

    private void count(ModerationRequest.Item item, Result result) {
        String category = result.category();
        results(item.direction(), category == null ? NONE : category).increment();
    }

    private Counter results(Direction direction, String category) {
        return Metric.MODERATION_RESULTS.counter(
                meters, "direction", direction.label(), "category", category);
    }
}
