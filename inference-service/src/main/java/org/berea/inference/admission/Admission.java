package org.berea.inference.admission;

import static org.berea.contracts.problem.ProblemType.MODERATION_REJECTED;
import static org.berea.contracts.problem.ProblemType.UNAVAILABLE;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.completion.Task;
import org.berea.contracts.moderation.ModerationResponse;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.inference.schema.AnswerSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides whether a question is answered, and settles what it leaves open. */
@Component
@EnableConfigurationProperties(AdmissionSettings.class)
public final class Admission {
    private final Moderation moderation;
    private final Translations translations;
    private final AdmissionSettings settings;

    /** What admission decided. */
    public sealed interface Decision {
        /** It may be answered. */
        record Admitted(AdmittedQuestion question) implements Decision {}

        /**
         * It may not.
         *
         * @param category what moderation found
         */
        record Rejected(Question question, Task task, Problem problem, String category)
                implements Decision {}
    }

    Admission(Moderation moderation, Translations translations, AdmissionSettings settings) {
        this.moderation = moderation;
        this.translations = translations;
        this.settings = settings;
    }

    /**
     * Checks schema and translation and has the question moderated.
     *
     * @return the decision, or an error: {@link InvalidValueException} for a schema or translation
     *     that cannot be used, a {@code unavailable} problem when moderation gives no verdict
     */
    public Mono<Decision> admit(Question question) {
        return Mono.fromCallable(() -> question.request().schema().map(AnswerSchema::of))
                .flatMap(schema -> admit(question, schema.orElse(null)));
    }

    private Mono<Decision> admit(Question question, @Nullable AnswerSchema schema) {
        Task task =
                question.request()
                        .requestedTask()
                        .orElseGet(() -> TaskClassifier.classify(question.request().prompt()));
        Mono<String> translation = translations.loaded().map(loaded -> choose(question, loaded));
        Mono<ModerationResponse.Result> verdict =
                moderation
                        .screen(question.request().prompt(), question.history(), question.caller())
                        .onErrorMap(Admission::noVerdict);
        return Mono.zip(translation, verdict)
                .map(
                        both ->
                                both.getT2().flagged()
                                        ? rejected(question, task, both.getT2())
                                        : new Decision.Admitted(
                                                new AdmittedQuestion(
                                                        question, task, both.getT1(), schema)));
    }

    private static Decision rejected(
            Question question, Task task, ModerationResponse.Result verdict) {
        String category = Optional.ofNullable(verdict.category()).orElse("other");
        String reason = Optional.ofNullable(verdict.reason()).orElse("it breaks the policy");
        return new Decision.Rejected(
                question,
                task,
                Problem.of(MODERATION_REJECTED, category + ": " + reason),
                category);
    }

    /**
     * While nobody can tell what is loaded, a translation is taken on trust: search will find out.
     */
    private String choose(Question question, Set<String> loaded) {
        Optional<String> asked =
                question.request()
                        .requestedTranslation()
                        .map(code -> code.toUpperCase(Locale.ROOT));
        if (asked.isPresent() && !loaded.isEmpty() && !loaded.contains(asked.get())) {
            throw InvalidValueException.of(
                    "translation",
                    asked.get(),
                    "one of " + String.join(", ", new TreeSet<>(loaded)));
        }
        return asked.orElseGet(() -> defaultOf(loaded));
    }

    private String defaultOf(Set<String> loaded) {
        String preferred = settings.defaultTranslation();
        return loaded.isEmpty() || loaded.contains(preferred)
                ? preferred
                : new TreeSet<>(loaded).getFirst();
    }

    private static Throwable noVerdict(Throwable failure) {
        return new ProblemException(
                Problem.of(UNAVAILABLE, "the question could not be screened; please try again"),
                failure);
    }
}
