package org.berea.inference.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.berea.inference.admission.Questions.ALICE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.berea.contracts.CompletionId;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.completion.CompletionRequest;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Turn;
import org.berea.contracts.moderation.ModerationResponse;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.inference.admission.Admission.Decision;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class AdmissionTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Mono<ModerationResponse.Result> CLEAN =
            Mono.just(ModerationResponse.Result.clean(0));

    @Test
    void settlesTaskAndTranslationThatTheQuestionLeavesOpen() {
        AdmittedQuestion question = admitted(request(null, null), Set.of("BST", "WEB"));
        assertThat(question.task()).isEqualTo(Task.DEFINITION);
        assertThat(question.translation()).isEqualTo("BST");
    }

    @Test
    void takesWhatTheQuestionAsksFor() {
        AdmittedQuestion question = admitted(request(Task.DEEP_DIVE, "web"), Set.of("BST", "WEB"));
        assertThat(question.task()).isEqualTo(Task.DEEP_DIVE);
        assertThat(question.translation()).isEqualTo("WEB");
    }

    @Test
    void takesAnotherTranslationWhenTheDefaultIsNotLoaded() {
        assertThat(admitted(request(null, null), Set.of("WEB", "KJV")).translation())
                .isEqualTo("KJV");
    }

    @Test
    void refusesAnUnknownTranslationAndListsThoseLoaded() {
        assertThatThrownBy(() -> admitted(request(null, "XYZ"), Set.of("WEB", "BST")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("translation: 'XYZ' (expected: one of BST, WEB)");
    }

    @Test
    void takesATranslationOnTrustWhileNobodyCanTellWhatIsLoaded() {
        assertThat(admitted(request(null, "XYZ"), Set.of()).translation()).isEqualTo("XYZ");
    }

    @Test
    void rejectsWhatModerationFlagsWithoutARetryHint() {
        var flagged = new ModerationResponse.Result(true, "harm", 0.9, List.of(), "asks for harm");
        Decision decision = decide(request(null, null), Set.of(), Mono.just(flagged));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Rejected.class,
                        rejected -> {
                            assertThat(rejected.category()).isEqualTo("harm");
                            assertThat(rejected.problem().detail())
                                    .isEqualTo("harm: asks for harm");
                            assertThat(rejected.problem().retryable()).isFalse();
                        });
    }

    @Test
    void answersNothingThatNobodyScreened() {
        assertThatThrownBy(
                        () ->
                                decide(
                                        request(null, null),
                                        Set.of(),
                                        Mono.error(new IllegalStateException("away"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal ->
                                assertThat(refusal.problem().type())
                                        .isEqualTo(ProblemType.UNAVAILABLE.uri()));
    }

    @Test
    void takesNoMoreOfTheHistoryThanIsScreened() {
        var many = new CompletionRequest("Why?", null, turns(100, 10), null, null, false, 0);
        assertThat(admitted(many, Set.of()).history()).isEqualTo(many.history().subList(40, 100));
        var large = new CompletionRequest("Why?", null, turns(10, 25_000), null, null, false, 0);
        assertThat(admitted(large, Set.of()).history()).isEqualTo(large.history().subList(8, 10));
    }

    private static List<Turn> turns(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Turn(Turn.Role.USER, i + "a".repeat(length - 2)))
                .toList();
    }

    private static AdmittedQuestion admitted(CompletionRequest request, Set<String> loaded) {
        return ((Decision.Admitted) decide(request, loaded, CLEAN)).question();
    }

    private static Decision decide(
            CompletionRequest request,
            Set<String> loaded,
            Mono<ModerationResponse.Result> verdict) {
        var admission =
                new Admission(
                        (_, _, _) -> verdict,
                        () -> Mono.just(loaded),
                        new AdmissionSettings("BST"));
        return admission
                .admit(new Question(CompletionId.next(), ALICE, request, Instant.now()))
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    private static CompletionRequest request(
            @org.jspecify.annotations.Nullable Task task,
            @org.jspecify.annotations.Nullable String translation) {
        return new CompletionRequest(
                "What is grace?", task, List.of(), translation, null, false, 0);
    }
}
