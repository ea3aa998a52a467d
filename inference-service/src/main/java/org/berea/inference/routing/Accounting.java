package org.berea.inference.routing;

import static org.berea.inference.models.SizeClass.EXTRACTIVE;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.Task;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.models.LanguageModel;
import org.berea.inference.models.ModelFailure;
import org.berea.inference.models.ModelSpec;
import org.berea.inference.models.Models;
import org.berea.inference.models.SizeClass;
import org.berea.inference.reservation.Reserved;
import org.springframework.stereotype.Component;

/** Counts tokens, money and steps down as they happen. */
@Component
final class Accounting {
    private final MeterRegistry meters;

    Accounting(MeterRegistry meters, Models models) {
        this.meters = meters;
        for (Task task : Task.values()) {
            showNothing(task, models);
        }
        for (SizeClass from : SizeClass.values()) {
            Arrays.stream(SizeClass.values())
                    .filter(to -> from != EXTRACTIVE && to.compareTo(from) <= 0)
                    .forEach(to -> showNothing(from, to));
        }
    }

    /** A rate from nothing to the first is seen only where there was a zero before. */
    private void showNothing(Task task, Models models) {
        firstToken(task);
        perToken(task);
        for (Tier tier : Tier.values()) {
            tokens("input", task, tier);
            tokens("output", task, tier);
            Stream.concat(models.hosted().stream(), Stream.of(models.extractive()))
                    .forEach(model -> cost(model.spec(), task, tier, Caller.OTHER_COHORT));
        }
    }

    private void showNothing(SizeClass from, SizeClass to) {
        Arrays.stream(ModelFailure.Kind.values())
                .forEach(kind -> fallbacks(label(from), label(to), kind.label()));
        Arrays.stream(Reserved.By.values())
                .forEach(by -> fallbacks(label(from), label(to), by.label()));
    }

    void called(AdmittedQuestion question, ModelSpec model, long prompt, long output, long micros) {
        Caller caller = question.caller();
        tokens("input", question.task(), caller.tier()).record(prompt);
        tokens("output", question.task(), caller.tier()).record(output);
        cost(model, question.task(), caller.tier(), caller.cohort()).increment(micros);
    }

    /** The first token arrived so long after the call. */
    void began(AdmittedQuestion question, Duration wait) {
        firstToken(question.task()).record(wait);
    }

    /** Writing so many tokens took so long, after the first. */
    void wrote(AdmittedQuestion question, Duration writing, long tokens) {
        if (tokens > 1) {
            perToken(question.task()).record(writing.dividedBy(tokens - 1));
        }
    }

    void steppedDown(LanguageModel from, LanguageModel to, String reason) {
        fallbacks(label(from.spec().sizeClass()), label(to.spec().sizeClass()), reason).increment();
    }

    private Timer firstToken(Task task) {
        return Metric.TIME_TO_FIRST_TOKEN.timer(meters, "task", task.label());
    }

    private Timer perToken(Task task) {
        return Metric.TIME_PER_OUTPUT_TOKEN.timer(meters, "task", task.label());
    }

    private Counter fallbacks(String from, String to, String reason) {
        return Metric.MODEL_FALLBACKS.counter(meters, "from", from, "to", to, "reason", reason);
    }

    private Counter cost(ModelSpec model, Task task, Tier tier, String cohort) {
        return Metric.COST.counter(
                meters,
                "model",
                model.id(),
                "task",
                task.label(),
                "tier",
                tier.label(),
                "cohort",
                cohort);
    }

    private DistributionSummary tokens(String type, Task task, Tier tier) {
        return Metric.TOKEN_USAGE.summary(
                meters, "gen_ai.token.type", type, "task", task.label(), "tier", tier.label());
    }

    private static String label(SizeClass sizeClass) {
        return sizeClass.name().toLowerCase(Locale.ROOT);
    }
}
