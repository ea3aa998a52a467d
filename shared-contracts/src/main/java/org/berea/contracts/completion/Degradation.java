package org.berea.contracts.completion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A step down from the full service that an answer had to take. */
public enum Degradation {
    /** The question could not be embedded: lexical search only. */
    NO_EMBEDDING,
    /** The translation's vectors are not complete yet: lexical search only. */
    NO_VECTORS,
    /** No retrieval at all: no context. */
    NO_SEARCH,
    /** The built-in extractive model answered in place of a language model. */
    EXTRACTIVE,
    /** A smaller model than the task's default answered. */
    SMALLER_MODEL;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Degradation of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
