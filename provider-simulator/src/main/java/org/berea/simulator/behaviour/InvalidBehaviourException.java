package org.berea.simulator.behaviour;

/** A behaviour that cannot be meant; names the field, what was given and what was expected. */
public final class InvalidBehaviourException extends IllegalArgumentException {
    private final String field;

    InvalidBehaviourException(String field, Object value, String expected) {
        super("%s: '%s' (expected: %s)".formatted(field, value, expected));
        this.field = field;
    }

    public String field() {
        return field;
    }
}
