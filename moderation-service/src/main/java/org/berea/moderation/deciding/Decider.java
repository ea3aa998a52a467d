package org.berea.moderation.deciding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.moderation.Direction;
import org.berea.contracts.moderation.ModerationResponse.Result;
import org.berea.moderation.classifying.Evidence;
import org.berea.moderation.policy.Category;
import org.berea.moderation.policy.Policy;

/**
 * Decides from evidence. Two weak hints of the same category add up, as chances of independent
 * witnesses do; hints of different categories do not.
 */
public final class Decider {
    private static final double HUNDRED = 100;

    private final Policy policy;

    public Decider(Policy policy) {
        this.policy = policy;
    }

    /** The most probable flagged category, else a clean result with the highest score. */
    public Result decide(List<Evidence> evidence, Direction direction) {
        List<Scored> scored =
                policy.categories().stream().map(category -> score(category, evidence)).toList();
        Optional<Scored> worst =
                scored.stream()
                        .filter(it -> it.isFlagged(direction))
                        .max(Comparator.comparingDouble(Scored::score));
        return worst.map(Scored::flagged).orElseGet(() -> Result.clean(highest(scored)));
    }

    private static Scored score(Category category, List<Evidence> evidence) {
        List<Evidence> own =
                evidence.stream().filter(it -> it.category().equals(category.name())).toList();
        double doubt = own.stream().mapToDouble(it -> 1 - it.weight()).reduce(1, (a, b) -> a * b);
        return new Scored(category, Math.round((1 - doubt) * HUNDRED) / HUNDRED, own);
    }

    private static double highest(List<Scored> scored) {
        return scored.stream().mapToDouble(Scored::score).max().orElse(0);
    }

    private record Scored(Category category, double score, List<Evidence> evidence) {
        private boolean isFlagged(Direction direction) {
            return score >= category.thresholds().of(direction);
        }

        private Result flagged() {
            return new Result(true, category.name(), score, spans(), category.reason());
        }

        private List<List<Integer>> spans() {
            return evidence.stream()
                    .map(it -> List.of(it.start(), it.end()))
                    .distinct()
                    .sorted(Comparator.comparingInt(List::getFirst))
                    .toList();
        }
    }
}
