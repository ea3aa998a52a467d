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
    /** From one token of a model to the next, in seconds: the mean of a call, by task. */
    TIME_PER_OUTPUT_TOKEN("gen_ai.server.time_per_output_token"),
    /** From a question's arrival to the first word that its reader sees, in seconds, by task. */
    FIRST_WORDS("berea.first.words"),
    /** From a sentence's first word to its release, in seconds: writing, checks, moderation. */
    HOLD_TIME("berea.hold.time"),
    /** Answers by outcome and task. */
    ANSWERS("berea.answers"),
    /** Questions that could not even be admitted, because a part of the suite was away. */
    UNADMITTED("berea.questions.unadmitted"),
    /** Answers that did not come to their end because somebody did not want it, by cause. */
    CANCELLED_ANSWERS("berea.answers.cancelled"),
    /** Searches for an answer's passages, by outcome: found, empty. */
    GROUNDINGS("berea.groundings"),
    /** Lookups of the answer cache by kind: miss, exact. */
    CACHE_LOOKUPS("berea.cache.lookups"),
    /** Steps down a model ladder by from, to and reason. */
    MODEL_FALLBACKS("berea.model.fallbacks"),
    /** Sentences and bodies checked, by check: the denominator of the failures. */
    VALIDATION_CHECKS("berea.validation.checks"),
    /** What failed a check, by check. */
    VALIDATION_FAILURES("berea.validation.failures"),
    /** What failed a check and was given back to its model to be mended, by check. */
    REPAIRS("berea.repairs"),
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
    /** When the day's money is whole again, in seconds since 1970. */
    BUDGET_RESET("berea.budget.reset.timestamp.seconds"),
    /** Budget alerts sent, by share in percent. */
    BUDGET_ALERTS("berea.budget.alerts"),
    /** Model calls refused, by what refused them: money, tokens, store, ceiling. */
    PAID_REFUSED("berea.paid.refused"),
    /** Grants of this process that are neither settled nor given back. */
    GRANTS_OPEN("berea.grants.open"),
    /** Settlements beyond the grant, by unit. */
    OVERRUNS("berea.grant.overruns"),
    /** Quota decisions at the gateway, by decision. */
    QUOTA_DECISIONS("berea.quota.decisions"),
    /** Since when a key is in use, in seconds since 1970, by key: token, caller. */
    KEY_FIRST_SEEN("berea.key.first.seen.timestamp.seconds"),
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
    /**
     * Events published, by topic and outcome: acknowledged by Kafka, outbox, relayed from there,
     * failed for now, retried with success, dropped.
     */
    EVENTS_PUBLISHED("berea.events.published"),
    /** Events in Redis that Kafka has not acknowledged; all instances see the same. */
    OUTBOX_DEPTH("berea.outbox.depth"),
    /** Events in this process that neither Kafka nor the outbox has taken. */
    EVENTS_UNPUBLISHED("berea.events.unpublished"),
    /** Heartbeats that Redis did not take. */
    HEARTBEAT_FAILURES("berea.heartbeat.failures"),
    /** Events consumed, by consumer and outcome. */
    EVENTS_CONSUMED("berea.events.consumed"),
    /** Events that a consumer has before it, by consumer; also while it is stopped. */
    CONSUMER_LAG("berea.consumer.lag"),
    /** Events that a consumer could not digest and nobody has replayed yet, by consumer. */
    DEAD_LETTERS_WAITING("berea.dead.letters.waiting"),
    /** Dead letters tried again, by consumer and outcome: mended, failed. */
    DEAD_LETTERS_REPLAYED("berea.dead.letters.replayed"),
    /** Ledger rows closed because the process that should have ended them is gone, by amount. */
    LEDGER_ABORTED("berea.ledger.aborted"),
    /** The age of the oldest open row of the ledger in seconds; zero when none is open. */
    LEDGER_OLDEST_OPEN("berea.ledger.oldest.open.seconds"),
    /** Rows deleted because their time was over, by table. */
    RECORDS_PRUNED("berea.records.pruned"),
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
