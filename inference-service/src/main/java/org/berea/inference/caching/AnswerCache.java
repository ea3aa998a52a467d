package org.berea.inference.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Turn;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.schema.AnswerSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Replays the answer to an identical question that this instance gave a short while ago. Only
 * whole, undegraded answers of language models are kept: no notice, nothing dropped or cut.
 */
@Component
@EnableConfigurationProperties(CachingSettings.class)
public final class AnswerCache {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Cache<Key, CachedAnswer> answers;
    private final MeterRegistry meters;

    /** What must be equal for two questions to be the same question at the same quality. */
    private record Key(
            String prompt,
            Task task,
            String translation,
            Optional<String> schema,
            List<Turn> history,
            Tier tier) {}

    AnswerCache(CachingSettings settings, MeterRegistry meters) {
        this.meters = meters;
        this.answers =
                Caffeine.newBuilder()
                        .maximumSize(settings.entries())
                        .expireAfterWrite(settings.lifetime())
                        .build();
        for (String kind : List.of("exact", "miss")) {
            Metric.CACHE_LOOKUPS.counter(meters, "kind", kind);
        }
    }

    /** The answer to the same question, if it is still remembered. */
    public Optional<CachedAnswer> find(AdmittedQuestion question) {
        Optional<CachedAnswer> hit = Optional.ofNullable(answers.getIfPresent(key(question)));
        Metric.CACHE_LOOKUPS
                .counter(meters, "kind", hit.isPresent() ? "exact" : "miss")
                .increment();
        return hit;
    }

    /** Remembers an answer if it is whole. */
    public void keep(AdmittedQuestion question, List<AnswerEvent> sent) {
        if (sent.stream().noneMatch(AnswerCache::spoils)) {
            answers.put(
                    key(question),
                    new CachedAnswer(sent.stream().filter(AnswerCache::isReplayed).toList()));
        }
    }

    private static boolean spoils(AnswerEvent event) {
        return switch (event) {
            case AnswerEvent.Noticed _, AnswerEvent.Failed _ -> true;
            case AnswerEvent.Sources(_, List<Degradation> degraded) -> !degraded.isEmpty();
            case AnswerEvent.Start _,
                    AnswerEvent.Cited _,
                    AnswerEvent.Token _,
                    AnswerEvent.Used _,
                    AnswerEvent.Done _ ->
                    false;
        };
    }

    private static boolean isReplayed(AnswerEvent event) {
        return switch (event) {
            case AnswerEvent.Sources _, AnswerEvent.Cited _, AnswerEvent.Token _ -> true;
            case AnswerEvent.Start _,
                    AnswerEvent.Noticed _,
                    AnswerEvent.Used _,
                    AnswerEvent.Done _,
                    AnswerEvent.Failed _ ->
                    false;
        };
    }

    private static Key key(AdmittedQuestion question) {
        String prompt = Normalizer.normalize(question.prompt(), Normalizer.Form.NFKC);
        return new Key(
                BLANKS.matcher(prompt.strip().toLowerCase(Locale.ROOT)).replaceAll(" "),
                question.task(),
                question.translation(),
                question.schema().map(AnswerSchema::text),
                question.history(),
                question.caller().tier());
    }
}
