package org.berea.moderation.policy;

import java.util.List;
import org.berea.contracts.Check;

/**
 * One kind of text that may not pass.
 *
 * @param name as callers see it, such as {@code prompt-injection}
 * @param reason in words for people, continuing "because "
 * @param thresholds the score from which a text is flagged
 */
public record Category(String name, String reason, Thresholds thresholds, List<Rule> rules) {
    private static final int LONGEST = 200;

    public Category {
        Check.text("name", name, LONGEST);
        Check.text("reason", reason, LONGEST);
        Check.present("thresholds", thresholds);
        rules = List.copyOf(Check.size("rules", Check.present("rules", rules), 1, 200));
    }
}
