package org.berea.moderation.policy;

import org.berea.contracts.InvalidValueException;
import org.berea.contracts.moderation.Direction;

/** The score, above 0 and at most 1, from which a text of each direction is flagged. */
public record Thresholds(double question, double document, double answer) {
    public Thresholds {
        check("question", question);
        check("document", document);
        check("answer", answer);
    }

    public double of(Direction direction) {
        return switch (direction) {
            case QUESTION -> question;
            case DOCUMENT -> document;
            case ANSWER -> answer;
        };
    }

    private static void check(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw InvalidValueException.of("thresholds." + name, value, "above 0 and at most 1");
        }
    }
}
