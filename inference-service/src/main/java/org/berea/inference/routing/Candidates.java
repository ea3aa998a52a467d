package org.berea.inference.routing;

import static org.berea.contracts.problem.ProblemType.NO_MODEL;
import static org.berea.contracts.problem.ProblemType.QUOTA_EXHAUSTED;

import java.util.List;
import java.util.stream.Stream;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.Task;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.models.LanguageModel;
import org.berea.inference.models.ModelSpec;
import org.berea.inference.models.Models;
import org.berea.inference.models.SizeClass;
import org.berea.inference.prompting.Prompt;
import org.berea.inference.prompting.Prompting;
import org.berea.inference.reservation.Ceiling;
import org.berea.inference.reservation.Reservations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Which models may answer a question, best first. */
@Component
@EnableConfigurationProperties(RoutingSettings.class)
final class Candidates {
    private final Models models;
    private final RoutingSettings settings;
    private final Reservations reservations;
    private final Prompting prompting;

    Candidates(
            Models models,
            RoutingSettings settings,
            Reservations reservations,
            Prompting prompting) {
        this.models = models;
        this.settings = settings;
        this.reservations = reservations;
        this.prompting = prompting;
    }

    /**
     * The task's ladder as far as this caller may use it and the prompt fits.
     *
     * @return at least one; the error {@code no-model} or {@code quota-exhausted} otherwise
     */
    List<LanguageModel> of(AdmittedQuestion question, Prompt prompt) {
        Caller caller = question.caller();
        if (caller.soft() && question.task() == Task.DEEP_DIVE) {
            throw new ProblemException(
                    Problem.of(
                                    QUOTA_EXHAUSTED,
                                    "a deep dive needs more than is left of today's quota")
                            .withResetAt(reservations.resetAt()));
        }
        List<LanguageModel> candidates =
                usable(question)
                        .filter(model -> room(prompt, model) >= reservations.smallestAnswer())
                        .toList();
        if (candidates.isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            NO_MODEL, question.task().label() + ": no model can answer this now"));
        }
        return candidates;
    }

    /** The price of every call that the question may make: each model's longest, all failing. */
    Ceiling ceiling(AdmittedQuestion question) {
        int output = settings.ladder(question.task()).outputTokens();
        boolean prose = question.schema().isEmpty();
        int calls = prose ? 1 : settings.structuredCalls();
        int prompt = prompting.longest() + (prose ? 0 : prompting.longestCorrection(output));
        Ceiling ceiling = Ceiling.NOTHING;
        for (LanguageModel model : usable(question).filter(Candidates::usesTokens).toList()) {
            ceiling = ceiling.plus(model.spec(), calls, prompt, output);
        }
        return ceiling;
    }

    SizeClass wanted(Task task) {
        return settings.ladder(task).classes().getFirst();
    }

    /** The longest answer of the task that the model can write after the prompt. */
    int outputTokens(AdmittedQuestion question, Prompt prompt, LanguageModel model) {
        int wanted = settings.ladder(question.task()).outputTokens();
        return Math.min(wanted, Math.min(model.spec().maxOutput(), room(prompt, model)));
    }

    static List<LanguageModel> from(LanguageModel first, List<LanguageModel> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private Stream<LanguageModel> usable(AdmittedQuestion question) {
        return classes(question).stream()
                .flatMap(sizeClass -> models.of(sizeClass).stream())
                .filter(model -> question.caller().paid() || model.spec().isFree())
                .filter(model -> question.schema().isEmpty() || usesTokens(model));
    }

    /** Above the soft share of the quota the smallest language model of the ladder is the first. */
    private List<SizeClass> classes(AdmittedQuestion question) {
        List<SizeClass> classes = settings.ladder(question.task()).classes();
        if (!question.caller().soft()) {
            return classes;
        }
        SizeClass smallest =
                classes.stream()
                        .filter(sizeClass -> sizeClass != SizeClass.EXTRACTIVE)
                        .min(SizeClass::compareTo)
                        .orElse(SizeClass.EXTRACTIVE);
        return classes.stream().filter(sizeClass -> sizeClass.compareTo(smallest) <= 0).toList();
    }

    /** As all do but the extractive one, which can quote, but fit no schema. */
    private static boolean usesTokens(LanguageModel model) {
        return model.spec().sizeClass() != SizeClass.EXTRACTIVE;
    }

    private static int room(Prompt prompt, LanguageModel model) {
        ModelSpec spec = model.spec();
        return (int) (spec.contextWindow() / spec.safetyFactor()) - prompt.tokens();
    }
}
