package org.berea.gateway.arrival;

import org.berea.contracts.InvalidValueException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is taken from outside.
 *
 * @param trustTrace whether a {@code traceparent} from outside continues there; else every request
 *     starts a trace of its own, so that nobody can join or flood another's trace
 * @param largestBody of any request but an import
 * @param largestImport of a whole translation
 */
@ConfigurationProperties(prefix = "berea.arrival", ignoreUnknownFields = false)
record ArrivalSettings(
        @DefaultValue("false") boolean trustTrace,
        @DefaultValue("256KB") DataSize largestBody,
        @DefaultValue("64MB") DataSize largestImport) {
    ArrivalSettings {
        check("largest-body", largestBody);
        check("largest-import", largestImport);
    }

    private static void check(String name, DataSize size) {
        if (size.toBytes() < 1) {
            throw InvalidValueException.of("berea.arrival." + name, size, "at least 1B");
        }
    }
}
