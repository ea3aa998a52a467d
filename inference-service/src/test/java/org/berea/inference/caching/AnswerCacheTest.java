package org.berea.inference.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.admission.Questions.ALICE;
import static org.berea.inference.admission.Questions.admitted;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Citation;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Turn;
import org.berea.inference.Passages;
import org.junit.jupiter.api.Test;

final class AnswerCacheTest {
    private static final AnswerEvent START =
            new AnswerEvent.Start(CompletionId.next(), Task.VERSE_LOOKUP);
    private static final AnswerEvent SOURCES = new AnswerEvent.Sources(Passages.BOTH, List.of());
    private static final AnswerEvent CITED =
            new AnswerEvent.Cited(new Citation("Romans 8:28", "ROM.8.28", 0));
    private static final AnswerEvent TOKEN = new AnswerEvent.Token("Love");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AnswerCache cache =
            new AnswerCache(new CachingSettings(10, Duration.ofMinutes(5)), meters);

    @Test
    void replaysWhatBelongsToTheQuestionAndNotToTheAsker() {
        keep(SOURCES, CITED, TOKEN);
        assertThat(cache.find(admitted("Why?")))
                .contains(new CachedAnswer(List.of(SOURCES, CITED, TOKEN)));
        assertThat(lookups("exact")).isEqualTo(1);
    }

    @Test
    void findsTheSameQuestionInOtherTypography() {
        keep(SOURCES, TOKEN);
        assertThat(cache.find(admitted(" why？ "))).isPresent();
        assertThat(cache.find(admitted("Why not?"))).isEmpty();
        assertThat(lookups("miss")).isEqualTo(1);
    }

    @Test
    void tellsQuestionsApartByAllThatMakesTheAnswer() {
        keep(SOURCES, TOKEN);
        List<Turn> history = List.of(new Turn(Turn.Role.USER, "Hello"));
        Caller pro = new Caller("bob", Tier.PRO, "other", Set.of(), true, false);
        assertThat(cache.find(admitted("Why?", Task.DEFINITION, ALICE))).isEmpty();
        assertThat(cache.find(admitted("Why?", Task.VERSE_LOOKUP, pro))).isEmpty();
        assertThat(cache.find(admitted("Why?", Task.VERSE_LOOKUP, "WEB", List.of(), ALICE)))
                .isEmpty();
        assertThat(cache.find(admitted("Why?", Task.VERSE_LOOKUP, "BST", history, ALICE)))
                .isEmpty();
    }

    @Test
    void keepsNothingThatIsNotWholeAndUndegraded() {
        keep(new AnswerEvent.Sources(List.of(), List.of(Degradation.NO_SEARCH)), TOKEN);
        assertThat(cache.find(admitted("Why?"))).isEmpty();
        keep(SOURCES, TOKEN, new AnswerEvent.Noticed(new Notice(Notice.Code.SHORTENED, "…")));
        assertThat(cache.find(admitted("Why?"))).isEmpty();
    }

    private void keep(AnswerEvent... events) {
        var sent = new java.util.ArrayList<AnswerEvent>(List.of(START));
        sent.addAll(List.of(events));
        cache.keep(admitted("Why?"), sent);
    }

    private double lookups(String kind) {
        return meters.counter("berea.cache.lookups", "kind", kind).count();
    }
}
