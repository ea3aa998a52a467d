package org.berea.search.recall;

import java.util.List;

/**
 * What has nothing to do with a question is left out, whatever its place.
 *
 * <p>Chosen over the 38,029 verses of the World English Bible. Of 60 questions about other things
 * (carburetors, capitals, recipes) 50 get nothing, while of 700 that it answers 7 get nothing and
 * recall of the first ten loses less than .001. By words alone 41 of the 60 get nothing, at a loss
 * of .005 to .024: more would cost more.
 *
 * @param question when no verse reaches these, the question is about something else, and nothing is
 *     better than the least bad
 * @param beside the same for what is said beside verses that the question names, its answer already
 * @param words the same where meaning is not known, for want of vectors
 * @param verse a verse that does not reach these is not shown
 */
public record Floors(Floor question, Floor beside, Floor words, Floor verse) {
    public static final Floors CHOSEN =
            new Floors(
                    new Floor(0.62, 0.75),
                    new Floor(0.7, 0.9),
                    new Floor(1, 0.4),
                    new Floor(0.58, 0.4));

    /**
     * @param cosine the least similarity of vectors
     * @param coverage the least share of the question's terms, weighed by rarity, in a verse with
     *     its surroundings
     */
    public record Floor(double cosine, double coverage) {
        private boolean isReached(Candidates found) {
            return found.near().stream().anyMatch(hit -> hit.cosine() >= cosine)
                    || found.lexical().stream().anyMatch(hit -> hit.coverage() >= coverage);
        }
    }

    /** Whether a verse that has so much in common with the question may be shown. */
    public boolean isShown(double cosine, double coverage) {
        return cosine >= verse.cosine() || coverage >= verse.coverage();
    }

    /** The candidates, or none when none of them reaches what it must. */
    Candidates applyTo(Candidates found, boolean besideReferences) {
        Floor least = besideReferences ? beside : found.near().isEmpty() ? words : question;
        return least.isReached(found) ? found : found.with(List.of(), List.of());
    }
}
