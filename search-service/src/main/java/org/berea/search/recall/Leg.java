package org.berea.search.recall;

import java.util.List;
import java.util.function.Supplier;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.VectorHit;

/** One of the two ways of finding verses, and how it went. */
sealed interface Leg {
    /** By words. */
    record ByWords(List<LexicalHit> hits) implements Leg {}

    /** By vector. */
    record ByVector(List<VectorHit> hits) implements Leg {}

    /**
     * It could not be gone now; the other may do alone.
     *
     * @param byVector whether it is the one by vector
     */
    record Away(EngineAwayException cause, boolean byVector) implements Leg {}

    /** Asks by words. */
    static Leg byWords(Supplier<List<LexicalHit>> search) {
        try {
            return new ByWords(search.get());
        } catch (EngineAwayException e) {
            return new Away(e, false);
        }
    }

    /** Asks by vector. */
    static Leg byVector(Supplier<List<VectorHit>> search) {
        try {
            return new ByVector(search.get());
        } catch (EngineAwayException e) {
            return new Away(e, true);
        }
    }
}
