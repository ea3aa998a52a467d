package org.berea.contracts.event;

/** The Kafka topics. */
public final class Topics {
    public static final String COMPLETIONS = "completions";
    public static final String PASSAGES = "passages";
    public static final String STUDY = "study";
    public static final String ALERTS = "alerts";

    private Topics() {}
}
