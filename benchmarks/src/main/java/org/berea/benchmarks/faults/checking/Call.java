package org.berea.benchmarks.faults.checking;

import java.time.Instant;

/** One call that the provider answered, as its own journal tells. */
record Call(String prompt, long producedTokens, String outcome, Instant at, Instant endedAt) {}
