package org.berea.metering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state behind one key, changed by one caller at a time. */
final class Slot {
    private final Map<String, Long> open = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private long used;
    private long reserved;

    synchronized Reservation reserve(LimitKey key, long amount, long limit) {
        if (used + reserved + amount > limit) {
            return new Reservation.Refused(usage());
        }
        var grant = new Grant(key, UUID.randomUUID().toString(), amount);
        open.put(grant.id(), amount);
        reserved += amount;
        return new Reservation.Granted(grant, usage());
    }

    synchronized DayUsage settle(String id, long actual) {
        if (settled.add(id)) {
            @Nullable Long amount = open.remove(id);
            reserved -= amount == null ? 0 : amount;
            used += actual;
        }
        return usage();
    }

    synchronized DayUsage usage() {
        return new DayUsage(used, reserved);
    }
}
