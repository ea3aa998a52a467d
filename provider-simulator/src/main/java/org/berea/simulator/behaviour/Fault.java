package org.berea.simulator.behaviour;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What goes wrong. */
public enum Fault {
    /** Nothing; takes back a fault that the default would bring. */
    NONE,
    /** 429 with {@code Retry-After: retryAfter}. */
    RATE_LIMITED,
    /** An error status without an answer: {@code status}, else 500. */
    SERVER_ERROR,
    /** The connection is reset before any byte of an answer. */
    REFUSED,
    /** After {@code after} tokens nothing more is sent, and the connection stays open. */
    STALL,
    /** After {@code after} tokens the connection is closed (FIN) without the end of the body. */
    CUT,
    /** After {@code after} tokens the connection is reset (RST). */
    RESET,
    /** After {@code after} tokens the body ends in order, without finish reason and [DONE]. */
    UNFINISHED,
    /** The chunk after {@code after} tokens is JSON cut in its middle; the stream goes on. */
    BROKEN_CHUNK,
    /** The structured answer is no JSON: its end is missing. */
    BROKEN_JSON,
    /** The structured answer is JSON that does not fit the schema. */
    UNFIT_JSON,
    /** Sentence {@code sentence} cites {@code citation}, else a verse that does not exist. */
    INVENTED_CITATION,
    /** The quotation in sentence {@code sentence} has one word exchanged. */
    ALTERED_QUOTATION,
    /** The answer repeats itself without end, whatever limit the request sets. */
    ENDLESS;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Fault of(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidBehaviourException("fault", label, "one of " + labels()));
    }

    private static String labels() {
        return Arrays.stream(values()).map(Fault::label).collect(Collectors.joining(", "));
    }
}
