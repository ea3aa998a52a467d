package org.berea.benchmarks.faults.checking;

import java.time.Instant;

/**
 * One look at the history.
 *
 * @param status of HTTP; 0 when nothing answered
 */
record Read(Instant at, Instant endedAt, int status) {
    boolean isAnswered() {
        return status != 0;
    }
}
