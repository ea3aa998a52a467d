package org.berea.inference.routing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.caller.Caller;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.models.LanguageModel;
import org.berea.inference.models.ModelSpec;
import org.springframework.stereotype.Component;

/** Counts tokens, money and steps down as they happen. */
@Component
final class Accounting {
    private final MeterRegistry meters;

    Accounting(MeterRegistry meters) {
        this.meters = meters;
    }

    void called(AdmittedQuestion question, ModelSpec model, long prompt, long output, long micros) {
        tokens("input", question, prompt);
        tokens("output", question, output);
        Caller caller = question.caller();
        Metric.COST
                .counter(
                        meters,
                        "model",
                        model.id(),
                        "task",
                        question.task().label(),
                        "tier",
                        caller.tier().label(),
                        "cohort",
                        caller.cohort())
                .increment(micros);
    }

    /** The first token arrived so long after the call. */
    void began(AdmittedQuestion question, Duration wait) {
        Metric.TIME_TO_FIRST_TOKEN.timer(meters, "task", question.task().label()).record(wait);
    }

    void steppedDown(LanguageModel from, LanguageModel to, String reason) {
        Metric.MODEL_FALLBACKS
                .counter(meters, "from", label(from), "to", label(to), "reason", reason)
                .increment();
    }

    private void tokens(String type, AdmittedQuestion question, long count) {
        Metric.TOKEN_USAGE
                .summary(
                        meters,
                        "gen_ai.token.type",
                        type,
                        "task",
                        question.task().label(),
                        "tier",
                        question.caller().tier().label())
                .record(count);
    }

    private static String label(LanguageModel model) {
        return model.spec().sizeClass().name().toLowerCase(Locale.ROOT);
    }
}
