package org.berea.contracts.records;

import java.util.List;

/**
 * The answer of {@code POST /admin/dead-letters/{consumer}}: what became of events that a consumer
 * could not digest before.
 *
 * @param waiting how many there were at its beginning
 * @param mended how many have had their effect now
 * @param failed how many failed again, and wait as before
 * @param reasons why they failed, each kind once
 */
public record Replay(String consumer, long waiting, int mended, int failed, List<String> reasons) {}
