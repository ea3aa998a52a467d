package org.berea.inference.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.berea.chassis.client.Guard;
import org.berea.contracts.event.Topics;
import org.berea.inference.instance.InstanceId;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Topic;
import org.berea.localstack.servers.FreePorts;
import org.berea.metering.LazyRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;

/** The outbox and its relay over a real Redis and Kafka. */
@ExtendWith(Servers.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutboxTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ENTRIES = 250;
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private SimpleMeterRegistry meters;
    private Outcomes outcomes;
    private LazyRedis redis;
    private RedisClient admin;
    private Topic topic;
    private Outbox outbox;
    private KafkaSender kafka;
    private KafkaSender nowhere;

    @BeforeAll
    void start(Servers servers) {
        redis = new LazyRedis(servers.redisUrl(7));
        admin = RedisClient.create(servers.redisUrl(7));
        topic = new Topic(servers, Topics.COMPLETIONS);
        outbox = new Outbox(redis, new OutboxSettings(ENTRIES, 3));
        kafka = sender(servers.kafka());
        nowhere = sender("127.0.0.1:" + FreePorts.next());
        kafka.send(event()).retry(3).block(LIMIT);
    }

    @AfterAll
    void stop() {
        topic.close();
        redis.close();
        admin.shutdown();
    }

    @BeforeEach
    void beginAnew() {
        meters = new SimpleMeterRegistry();
        outcomes = new Outcomes(meters);
        try (var connection = admin.connect()) {
            connection.sync().flushdb();
        }
    }

    @Test
    void relaysEverythingOnceAndAsItWas() {
        List<Envelope> events = Stream.generate(OutboxTest::event).limit(ENTRIES).toList();
        append(events);
        relay(kafka, "one").relay().block(LIMIT);
        assertThat(depth()).isZero();
        for (Envelope event : events) {
            assertThat(inKafka(event)).hasSize(1);
            assertThat(inKafka(event).getFirst().value()).isEqualTo(event.value());
            assertThat(Topic.header(inKafka(event).getFirst(), "traceparent")).isEqualTo(TRACE);
        }
        assertThat(count("relayed")).isEqualTo(ENTRIES);
    }

    @Test
    void leavesOnlyADuplicateWhenTheRelayDiesBetweenPublishingAndDeleting() {
        Envelope event = event();
        append(List.of(event));
        outbox.after("0-0", 10).flatMap(relay(kafka, "dying")::publish).block(LIMIT);
        assertThat(depth()).isOne();
        relay(kafka, "next").relay().block(LIMIT);
        assertThat(depth()).isZero();
        assertThat(inKafka(event)).hasSize(2);
    }

    @Test
    void keepsEverythingWhileKafkaTakesNothingAndWaitsLongerEachTime() {
        append(List.of(event(), event()));
        var relay = relay(nowhere, "one");
        relay.relay().block(LIMIT);
        assertThat(depth()).isEqualTo(2);
        long start = System.nanoTime();
        relay.relay().block(LIMIT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        assertThat(depth()).isEqualTo(2);
    }

    @Test
    void passesOverAnEntryThatNobodyCanRead() {
        Envelope event = event();
        try (var connection = admin.connect()) {
            connection.sync().xadd(Outbox.KEY, Map.of("topic", Topics.COMPLETIONS));
        }
        append(List.of(event));
        relay(kafka, "one").relay().block(LIMIT);
        assertThat(depth()).isOne();
        assertThat(inKafka(event)).hasSize(1);
    }

    @Test
    void relaysOnlyWhoHoldsTheLease() {
        append(List.of(event()));
        assertThat(outbox.lease("other", Duration.ofSeconds(20)).block(LIMIT)).isTrue();
        relay(kafka, "one").relay().block(LIMIT);
        assertThat(depth()).isOne();
        relay(kafka, "other").relay().block(LIMIT);
        assertThat(depth()).isZero();
    }

    @Test
    void refusesWhatGoesBeyondItsBoundWhenManyAppendAtOnce() {
        long kept =
                Flux.range(0, ENTRIES + 50)
                        .flatMap(
                                _ ->
                                        outbox.append(event())
                                                .thenReturn(true)
                                                .onErrorReturn(OutboxFullException.class, false),
                                64)
                        .filter(taken -> taken)
                        .count()
                        .blockOptional(LIMIT)
                        .orElseThrow();
        assertThat(kept).isEqualTo(ENTRIES);
        assertThat(depth()).isEqualTo(ENTRIES);
    }

    @Test
    void keepsInMemoryWhatNeitherTakesUpToItsBoundAndCountsWhatIsTooMuch() {
        var full = new Stores(nowhere, new Outbox(redis, new OutboxSettings(0, 3)));
        var unpublished = new Unpublished(full, new OutboxSettings(0, 3), outcomes, meters);
        double dropped = count("dropped");
        for (int i = 0; i < 5; i++) {
            Envelope event = event();
            assertThatThrownBy(() -> full.store(event).block(LIMIT)).isNotNull();
            unpublished.keep(event);
        }
        assertThat(count("dropped") - dropped).isEqualTo(2);
        unpublished.tryAll().block(LIMIT);
        assertThat(waiting()).isEqualTo(3);
    }

    @Test
    void takesWhatItKeptInMemoryToTheOutboxAsSoonAsThatHasRoom() {
        var stores = new Stores(nowhere, outbox);
        var unpublished = new Unpublished(stores, new OutboxSettings(ENTRIES, 3), outcomes, meters);
        unpublished.keep(event());
        unpublished.keep(event());
        unpublished.tryAll().block(LIMIT);
        assertThat(depth()).isEqualTo(2);
        assertThat(count("retried")).isEqualTo(2);
    }

    private void append(List<Envelope> events) {
        Flux.fromIterable(events).concatMap(outbox::append).blockLast(LIMIT);
    }

    private OutboxRelay relay(KafkaSender sender, String instance) {
        return new OutboxRelay(outbox, sender, new InstanceId(instance), outcomes, meters);
    }

    private long depth() {
        return outbox.depth().blockOptional(LIMIT).orElseThrow();
    }

    private List<ConsumerRecord<String, String>> inKafka(Envelope event) {
        return topic.now().stream().filter(record -> event.key().equals(record.key())).toList();
    }

    private double count(String outcome) {
        return meters.counter(
                        "berea.events.published", "topic", Topics.COMPLETIONS, "outcome", outcome)
                .count();
    }

    private double waiting() {
        return meters.get("berea.events.unpublished").gauge().value();
    }

    /** Not of a form that other tests would read as an event of theirs. */
    private static Envelope event() {
        String key = "outbox-test-" + UUID.randomUUID();
        return new Envelope(
                Topics.COMPLETIONS, key, "{\"type\":\"test\",\"ü\":\"" + key + "\"}", TRACE);
    }

    private static KafkaSender sender(String bootstrapServers) {
        var factory =
                new DefaultKafkaProducerFactory<String, String>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "acks", "all",
                                "max.block.ms", "900",
                                "request.timeout.ms", "700",
                                "delivery.timeout.ms", "900",
                                "linger.ms", "0"),
                        new StringSerializer(),
                        new StringSerializer());
        return new KafkaSender(
                new KafkaTemplate<>(factory),
                new Guard.Factory(
                        CircuitBreakerRegistry.ofDefaults(), BulkheadRegistry.ofDefaults()));
    }
}
