/**
 * Compares what clients, provider, Kafka, PostgreSQL and Redis say. Shares no code with the
 * services.
 */
@NullMarked
package org.berea.benchmarks.faults.checking;

import org.jspecify.annotations.NullMarked;
