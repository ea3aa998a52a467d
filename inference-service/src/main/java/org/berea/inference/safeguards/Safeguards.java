package org.berea.inference.safeguards;

import io.micrometer.core.instrument.MeterRegistry;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.inference.models.ModelFailure;
import org.berea.inference.prompting.Prompting;
import org.berea.inference.routing.Route;
import org.berea.inference.routing.RoutedOutput;
import org.berea.inference.routing.Routing;
import org.berea.inference.schema.AnswerSchema;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Lets a model's text out sentence by sentence, none before it was checked. */
@Component
public final class Safeguards {
    private final Routing routing;
    private final Prompting prompting;
    private final HeldTextModeration moderation;
    private final MeterRegistry meters;

    Safeguards(
            Routing routing,
            Prompting prompting,
            HeldTextModeration moderation,
            MeterRegistry meters) {
        this.routing = routing;
        this.prompting = prompting;
        this.moderation = moderation;
        this.meters = meters;
        for (Verdict.Check check : Verdict.Check.values()) {
            Metric.VALIDATION_FAILURES.counter(meters, "check", check.label());
            Metric.REPAIRS.counter(meters, "check", check.label());
        }
        Metric.VALIDATION_CHECKS.counter(meters, "check", "sentence");
        Metric.VALIDATION_CHECKS.counter(meters, "check", "schema");
        Metric.SENTENCES_DROPPED.counter(meters);
        Metric.HOLD_TIME.timer(meters);
    }

    /**
     * Has the route's model write and releases what passes the checks. When the model fails before
     * anything was released, the next of the ladder begins anew. A structured answer is released as
     * a whole.
     *
     * @return citations, tokens and notices, ending as the answer does: complete, or the error
     *     {@code unverifiable} when nothing could be released, or the failure of the last model
     */
    public Flux<AnswerEvent> release(Route route, Ending ending) {
        return route.question()
                .schema()
                .map(schema -> releaseStructured(route, schema))
                .orElseGet(() -> releaseText(route, ending));
    }

    private Flux<AnswerEvent> releaseStructured(Route route, AnswerSchema schema) {
        return Flux.defer(
                () -> {
                    var sentences =
                            new SentenceCheck(route.prompt().passages(), route.question().prompt());
                    var check = new JsonCheck(schema, sentences);
                    return new StructuredAnswer(routing, prompting, moderation, meters, check)
                            .write(route);
                });
    }

    private Flux<AnswerEvent> releaseText(Route route, Ending ending) {
        return Flux.defer(
                () -> {
                    var held = new HeldText(route, moderation, meters, ending);
                    return write(route, held).concatWith(Flux.defer(held::finish));
                });
    }

    private Flux<AnswerEvent> write(Route route, HeldText held) {
        return routing.call(route).concatMap(output -> take(output, route, held));
    }

    private Flux<AnswerEvent> take(RoutedOutput output, Route route, HeldText held) {
        return switch (output) {
            case RoutedOutput.Text(var text) -> held.take(text);
            case RoutedOutput.Ended(var reason) -> held.end(reason);
            case RoutedOutput.Failed(var failure) -> fail(failure, route, held);
        };
    }

    private Flux<AnswerEvent> fail(ModelFailure failure, Route route, HeldText held) {
        if (!held.hasReleased()) {
            return routing.use(
                    routing.next(route, failure),
                    next -> held.startAnew(route, next).concatWith(write(next, held)));
        }
        return Flux.error(failure);
    }
}
