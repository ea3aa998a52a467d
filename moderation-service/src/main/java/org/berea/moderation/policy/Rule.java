package org.berea.moderation.policy;

import java.util.List;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Evidence for a category. It counts once however often it is found.
 *
 * @param weight how sure it makes, above 0 and at most 1
 * @param phrases sequences of words, in the notation that the policy file explains
 * @param markup regular expressions over the text as it is written, for what is not words
 */
public record Rule(String name, double weight, List<String> phrases, List<String> markup) {
    private static final int LONGEST = 100;

    public Rule(
            String name,
            double weight,
            @Nullable List<String> phrases,
            @Nullable List<String> markup) {
        this.name = Check.text("name", name, LONGEST);
        if (!(weight > 0 && weight <= 1)) {
            throw InvalidValueException.of(name + ".weight", weight, "above 0 and at most 1");
        }
        this.weight = weight;
        this.phrases = phrases == null ? List.of() : List.copyOf(phrases);
        this.markup = markup == null ? List.of() : List.copyOf(markup);
        if (this.phrases.isEmpty() && this.markup.isEmpty()) {
            throw InvalidValueException.unshown(name, "no phrases", "phrases or markup");
        }
    }
}
