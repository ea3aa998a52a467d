package org.berea.benchmarks.faults.checking;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/** Tries every rule on what is found in the journals and in the stores. */
public final class Checker {
    private static final List<Function<Evidence, Verdict>> RULES =
            Stream.of(
                            StreamRules.ALL,
                            RecordRules.ALL,
                            EventRules.ALL,
                            LedgerRules.ALL,
                            EffectRules.ALL,
                            LimitRules.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Checker() {}

    /**
     * Reads everything anew, and tries all rules.
     *
     * @param kafka how its clients find Kafka
     */
    public static List<Verdict> check(
            Path clients,
            Path reads,
            Path provider,
            Map<String, Object> kafka,
            Connection postgres,
            Jedis redis,
            Trouble trouble)
            throws SQLException {
        var topics = new TopicReader(kafka);
        var database = new DatabaseReader(postgres);
        TopicReader.Published published = topics.published();
        return judge(
                new Evidence(
                        JournalReader.asked(clients),
                        JournalReader.reads(reads),
                        JournalReader.calls(provider),
                        published.admitted(),
                        published.finished(),
                        database.ledger(),
                        database.audited(),
                        database.history(),
                        database.costs(),
                        new RedisReader(redis).slots(),
                        topics.deadLetters(),
                        trouble));
    }

    /** How long streams took from their last token to {@code [DONE]}, in milliseconds, sorted. */
    public static List<Long> waitsForTheEnd(Path clients) {
        return JournalReader.asked(clients).stream()
                .map(Asked::doneAfterMillis)
                .filter(millis -> millis >= 0)
                .sorted()
                .toList();
    }

    static List<Verdict> judge(Evidence evidence) {
        return RULES.stream().map(rule -> rule.apply(evidence)).toList();
    }
}
