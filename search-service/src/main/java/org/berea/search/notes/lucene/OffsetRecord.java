package org.berea.search.notes.lucene;

import java.util.HashMap;
import java.util.Map;

/** Writes how far the topic was read into a commit's data, and reads it back. */
final class OffsetRecord {
    private static final String FORMAT = "format";
    private static final String PARTITION = "partition.";

    /** Counted up when documents change their form; an older index is built anew. */
    private static final String CURRENT = "1";

    private OffsetRecord() {}

    static Map<String, String> write(Map<Integer, Long> offsets) {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT, CURRENT);
        offsets.forEach((partition, next) -> data.put(PARTITION + partition, next.toString()));
        return data;
    }

    static Map<Integer, Long> read(Map<String, String> data) {
        Map<Integer, Long> offsets = new HashMap<>();
        data.forEach(
                (name, next) -> {
                    if (name.startsWith(PARTITION)) {
                        int partition = Integer.parseInt(name.substring(PARTITION.length()));
                        offsets.put(partition, Long.parseLong(next));
                    }
                });
        return offsets;
    }

    /** Not when another version of this program wrote it. */
    static boolean isKnown(Map<String, String> data) {
        return CURRENT.equals(data.get(FORMAT));
    }
}
