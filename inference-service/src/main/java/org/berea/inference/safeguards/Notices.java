package org.berea.inference.safeguards;

import java.util.Optional;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Notice;
import org.berea.inference.routing.Route;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The plain words for what a reader should know. */
public final class Notices {
    private Notices() {}

    /** Says that the answer stepped down. */
    public static Notice of(Degradation degradation) {
        return switch (degradation) {
            case EXTRACTIVE ->
                    new Notice(
                            Notice.Code.EXTRACTIVE,
                            "no language model wrote this answer: it only shows verses that were found");
            case SMALLER_MODEL ->
                    new Notice(Notice.Code.SMALLER_MODEL, "a smaller model than usual answered");
            case NO_EMBEDDING, NO_VECTORS ->
                    new Notice(Notice.Code.SHORTENED, "verses were searched by their words only");
            case NO_SEARCH -> noContext();
        };
    }

    /** What is to be said when one route follows another: nothing unless it is a step down. */
    static Flux<AnswerEvent> between(Route failed, Route next) {
        return Mono.justOrEmpty(next.degradation())
                .filter(step -> !failed.degradation().equals(next.degradation()))
                .<AnswerEvent>map(step -> new AnswerEvent.Noticed(of(step)))
                .flux();
    }

    /** The step down that a notice tells of, if any: one taken after the sources were sent. */
    public static Optional<Degradation> stepIn(Notice notice) {
        return switch (notice.code()) {
            case EXTRACTIVE -> Optional.of(Degradation.EXTRACTIVE);
            case SMALLER_MODEL -> Optional.of(Degradation.SMALLER_MODEL);
            case NO_CONTEXT, REPAIRED, SHORTENED -> Optional.empty();
        };
    }

    /** Says that nothing was retrieved. */
    public static Notice noContext() {
        return new Notice(
                Notice.Code.NO_CONTEXT,
                "no verses were retrieved for this question; what follows is general knowledge and cites nothing");
    }
}
