package org.berea.moderation.policy;

import java.util.List;
import java.util.Map;
import org.berea.contracts.Check;

/**
 * What is looked for and what follows from finding it.
 *
 * @param version raised with every change of meaning, so that cached decisions can tell
 * @param barriers words that a gap in a phrase never skips, because they turn its meaning
 * @param words groups of words that phrases name as {@code {group}}
 */
public record Policy(
        int version,
        List<String> barriers,
        Map<String, List<String>> words,
        List<Category> categories) {
    public Policy {
        Check.range("version", version, 1, Integer.MAX_VALUE);
        barriers = List.copyOf(Check.present("barriers", barriers));
        words = Map.copyOf(Check.present("words", words));
        words.forEach((group, members) -> Check.size("words." + group, members, 1, 1_000));
        categories = List.copyOf(Check.present("categories", categories));
        Check.size("categories", categories, 1, 50);
    }
}
