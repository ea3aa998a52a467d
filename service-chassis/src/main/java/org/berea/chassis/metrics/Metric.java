package org.berea.chassis.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/**
 * Every metric of the suite: OpenTelemetry's GenAI names where they exist, else {@code berea.*}.
 */
public enum Metric {
    /** Tokens by kind, task and tier. Without a base unit, as other people's dashboards expect. */
    TOKEN_USAGE("gen_ai.client.token.usage"),
    /** From the model call to its first token, in seconds. */
    TIME_TO_FIRST_TOKEN("gen_ai.server.time_to_first_token"),
    /** Answers by outcome and task. */
    ANSWERS("berea.answers"),
    /** Lookups of the answer cache by kind: miss, exact. */
    CACHE_LOOKUPS("berea.cache.lookups"),
    /** Steps down a model ladder by from, to and reason. */
    MODEL_FALLBACKS("berea.model.fallbacks"),
    /** Sentences and bodies checked, by check: the denominator of the failures. */
    VALIDATION_CHECKS("berea.validation.checks"),
    /** What failed a check, by check. */
    VALIDATION_FAILURES("berea.validation.failures"),
    /** Sentences withheld from an answer. */
    SENTENCES_DROPPED("berea.sentences.dropped"),
    /** Money spent, in millionths of a dollar, by model, task, tier and cohort. */
    COST("berea.cost.microdollars"),
    /** The day's money limit, in millionths of a dollar. */
    BUDGET_LIMIT("berea.budget.limit.microdollars"),
    /** The day's money used, in millionths of a dollar. */
    BUDGET_USED("berea.budget.used.microdollars"),
    /** The day's money reserved for running calls, in millionths of a dollar. */
    BUDGET_RESERVED("berea.budget.reserved.microdollars"),
    /** Budget alerts sent, by share in percent. */
    BUDGET_ALERTS("berea.budget.alerts"),
    /** Paid calls refused, by what refused them: money, tokens, store. */
    PAID_REFUSED("berea.paid.refused"),
    /** Settlements beyond the grant. */
    OVERRUNS("berea.grant.overruns"),
    /** Quota decisions at the gateway, by decision. */
    QUOTA_DECISIONS("berea.quota.decisions"),
    /** What browsers reported that the page's content security policy stopped, by directive. */
    PAGE_BREACHES("berea.page.breaches"),
    /** How long a stage took, by stage. */
    STAGE_LATENCY("berea.stage.latency"),
    /** Answers that stepped down, by reason. */
    DEGRADED_ANSWERS("berea.answers.degraded"),
    /** Streams open now. */
    STREAMS_OPEN("berea.streams.open"),
    /** Problems answered, by type. */
    PROBLEMS("berea.problems"),
    /** Moderation results, by direction and category. */
    MODERATION_RESULTS("berea.moderation.results"),
    /** Events published, by type and outcome. */
    EVENTS_PUBLISHED("berea.events.published"),
    /** Events consumed, by consumer and outcome. */
    EVENTS_CONSUMED("berea.events.consumed"),
    /** Lookups of query vectors, by kind: hit, miss, shared-hit, shared-miss, shared-failure. */
    EMBEDDING_CACHE("berea.embedding.cache.lookups"),
    /** Texts embedded, by type: query, passage, note, import. */
    EMBEDDED_TEXTS("berea.embedding.texts"),
    /** Texts waiting for the encoder. */
    EMBEDDING_QUEUE("berea.embedding.queue"),
    /** Texts refused because the encoder's queue was full. */
    EMBEDDING_REFUSED("berea.embedding.refused"),
    /** Chapters and notes brought to an instance of search: taken, missed, refused, absent. */
    VECTORS_DELIVERED("berea.embedding.deliveries"),
    /** Chapters and notes that an instance of search lacked and was given. */
    VECTOR_GAPS_FILLED("berea.embedding.gaps.filled"),
    /** Verses in the index, by translation and kind: text, vector. */
    INDEXED_VERSES("berea.search.indexed.verses"),
    /**
     * What imports bring of verses that the versification has not, by kind: text, vector,
     * reference.
     */
    VERSES_LEFT_OUT("berea.search.verses.left.out"),
    /** Private notes and highlights in the index, of all owners together, by kind: text, vector. */
    INDEXED_NOTES("berea.search.indexed.notes"),
    /** Searches, by what they could use: hybrid, lexical. */
    SEARCHES("berea.search.queries");

    private final String id;

    Metric(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The counter with these tags, given as name, value, name, value. */
    public Counter counter(MeterRegistry registry, String... tags) {
        return registry.counter(id, tags);
    }

    public Timer timer(MeterRegistry registry, String... tags) {
        return Timer.builder(id).tags(tags).publishPercentileHistogram().register(registry);
    }

    public DistributionSummary summary(MeterRegistry registry, String... tags) {
        return DistributionSummary.builder(id).tags(tags).register(registry);
    }

    public void gauge(MeterRegistry registry, Supplier<Number> value, String... tags) {
        Gauge.builder(id, value).tags(tags).strongReference(true).register(registry);
    }
}
