package org.berea.worker.sweeping;

import java.time.Duration;
import org.berea.contracts.InvalidValueException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is swept.
 *
 * @param pause between two sweeps
 */
@ConfigurationProperties(prefix = "berea.sweep", ignoreUnknownFields = false)
record SweepSettings(@DefaultValue("3s") Duration pause) {
    SweepSettings {
        if (pause.isNegative() || pause.isZero()) {
            throw InvalidValueException.of("berea.sweep.pause", pause, "more than nothing");
        }
    }
}
