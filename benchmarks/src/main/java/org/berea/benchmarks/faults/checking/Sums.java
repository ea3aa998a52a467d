package org.berea.benchmarks.faults.checking;

/** What is added up for a day. */
record Sums(long requests, long promptTokens, long completionTokens, long costMicros) {
    static final Sums NOTHING = new Sums(0, 0, 0, 0);

    static Sums of(Row row) {
        return new Sums(1, row.promptTokens(), row.completionTokens(), row.costMicros());
    }

    Sums plus(Sums other) {
        return new Sums(
                requests + other.requests,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                costMicros + other.costMicros);
    }
}
