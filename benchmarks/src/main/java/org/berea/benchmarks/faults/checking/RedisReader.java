package org.berea.benchmarks.faults.checking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Reads the counters of the day. */
record RedisReader(Jedis redis) {
    private static final String ALL = "berea:limit:*";
    private static final Pattern SLOT =
            Pattern.compile("berea:limit:\\{([a-z]+):([0-9-]+):([^}]*)}");
    private static final int PAGE = 500;

    List<Slot> slots() {
        var slots = new ArrayList<Slot>();
        var wanted = new ScanParams().match(ALL).count(PAGE);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> page = redis.scan(cursor, wanted, "hash");
            page.getResult().forEach(key -> add(key, slots));
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return slots.stream().distinct().toList();
    }

    private void add(String key, List<Slot> slots) {
        Matcher parts = SLOT.matcher(key);
        if (parts.matches()) {
            Map<String, String> fields = redis.hgetAll(key);
            slots.add(
                    new Slot(
                            parts.group(1),
                            parts.group(2),
                            URLDecoder.decode(parts.group(3), UTF_8),
                            Long.parseLong(fields.getOrDefault("used", "0")),
                            Long.parseLong(fields.getOrDefault("reserved", "0")),
                            grants(fields)));
        }
    }

    private static Map<String, Long> grants(Map<String, String> fields) {
        var grants = new HashMap<String, Long>();
        fields.forEach(
                (field, amount) -> {
                    int slash = field.indexOf('/');
                    if (slash > 0) {
                        grants.merge(field.substring(0, slash), Long.parseLong(amount), Long::sum);
                    }
                });
        return grants;
    }
}
