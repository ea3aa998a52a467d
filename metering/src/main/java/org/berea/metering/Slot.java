package org.berea.metering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state behind one key, changed by one caller at a time. */
final class Slot {
    private final Map<String, Long> open = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private long used;
    private long reserved;

    synchronized Reservation reserve(Grant grant, long limit) {
        if (used + reserved + grant.amount() > limit) {
            return new Reservation.Refused(usage());
        }
        open.put(grant.id(), grant.amount());
        reserved += grant.amount();
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

    synchronized long held(String holder) {
        return open.entrySet().stream()
                .filter(grant -> Grant.isOf(holder, grant.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    synchronized DayUsage usage() {
        return new DayUsage(used, reserved);
    }
}
