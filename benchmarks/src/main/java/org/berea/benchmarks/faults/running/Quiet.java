package org.berea.benchmarks.faults.running;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** Keeps Kafka's clients from telling at length that Kafka is away, which is what is wanted. */
public final class Quiet {
    private Quiet() {}

    /** From now on they are silent. */
    public static void kafka() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger("org.apache.kafka").setLevel(Level.OFF);
        }
    }
}
