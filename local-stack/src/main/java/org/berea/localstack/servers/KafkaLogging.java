package org.berea.localstack.servers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps Kafka from telling its whole life in the log of a JVM that nobody configured otherwise. */
final class KafkaLogging {
    private static final List<String> CHATTY =
            List.of("org.apache.kafka", "kafka", "state.change.logger");

    private KafkaLogging() {}

    static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            CHATTY.stream()
                    .map(context::getLogger)
                    .filter(logger -> logger.getLevel() == null)
                    .forEach(logger -> logger.setLevel(Level.WARN));
        }
    }
}
