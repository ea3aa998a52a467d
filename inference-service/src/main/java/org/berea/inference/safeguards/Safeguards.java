package org.berea.inference.safeguards;

import io.micrometer.core.instrument.MeterRegistry;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.inference.routing.Route;
import org.berea.inference.routing.Routing;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Lets a model's text out sentence by sentence, none before it was checked. */
@Component
public final class Safeguards {
    private final Routing routing;
    private final HeldTextModeration moderation;
    private final MeterRegistry meters;

    Safeguards(Routing routing, HeldTextModeration moderation, MeterRegistry meters) {
        this.routing = routing;
        this.moderation = moderation;
        this.meters = meters;
        for (Verdict.Check check : Verdict.Check.values()) {
            Metric.VALIDATION_FAILURES.counter(meters, "check", check.label());
        }
    }

    /**
     * Has the route's model write and releases what passes the checks.
     *
     * @return citations, tokens and notices, ending as the answer does: complete, or the error
     *     {@code unverifiable} when nothing could be released, or the model's failure
     */
    public Flux<AnswerEvent> release(Route route, Ending ending) {
        return Flux.defer(
                () -> {
                    var held = new HeldText(route, moderation, meters, ending);
                    return routing.generate(route, held::hasReleased)
                            .concatMap(held::take)
                            .concatWith(Flux.defer(held::finish));
                });
    }
}
