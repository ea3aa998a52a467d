package org.berea.embedding.bulk;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.berea.contracts.InvalidValueException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How vectors get to search.
 *
 * @param search every instance of search: each keeps an index of its own, so each needs all vectors
 * @param limit for bringing one parcel to one instance, a few tries included
 * @param firstRetry how long to wait after the first failure; doubles with each
 * @param longestRetry the longest wait; Kafka is polled after each, so it stays far below the five
 *     minutes that Kafka allows between polls
 * @param gapCheck how often the instances are asked what they have no vectors of
 * @param quiet how long no record must have come before that
 */
@ConfigurationProperties(prefix = "berea.bulk", ignoreUnknownFields = false)
record BulkSettings(
        List<URI> search,
        @DefaultValue("5s") Duration limit,
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("10s") Duration longestRetry,
        @DefaultValue("10s") Duration gapCheck,
        @DefaultValue("5s") Duration quiet) {
    private static final Duration MOST = Duration.ofMinutes(1);

    BulkSettings {
        search = search == null ? List.of() : List.copyOf(search);
        if (search.isEmpty()) {
            throw InvalidValueException.unshown(
                    "berea.bulk.search", "empty", "BEREA_SEARCH_URLS with at least one address");
        }
        check("limit", limit);
        check("first-retry", firstRetry);
        check("longest-retry", longestRetry);
        check("gap-check", gapCheck);
        check("quiet", quiet);
    }

    private static void check(String name, Duration value) {
        if (!value.isPositive() || value.compareTo(MOST) > 0) {
            throw InvalidValueException.of("berea.bulk." + name, value, "1 ms to 1 minute");
        }
    }
}
