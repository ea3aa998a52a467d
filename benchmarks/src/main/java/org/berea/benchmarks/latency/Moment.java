package org.berea.benchmarks.latency;

/** A point in an answer, timed from just before its question was sent. */
enum Moment {
    FIRST_EVENT("first event"),
    FIRST_TOKEN("first token"),
    DONE("[DONE]"),
    WHOLE_BODY("whole body");

    private final String label;

    Moment(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
