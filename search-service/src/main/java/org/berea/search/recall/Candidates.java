package org.berea.search.recall;

import java.util.List;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.VectorHit;

/**
 * What each leg found.
 *
 * @param lexical by words, best first
 * @param near by vectors, best first
 * @param vectorsAway whether vectors were to be searched and could not be
 */
public record Candidates(
        Sought sought, List<LexicalHit> lexical, List<VectorHit> near, boolean vectorsAway) {
    public Candidates {
        lexical = List.copyOf(lexical);
        near = List.copyOf(near);
    }

    static Candidates none(Sought sought) {
        return new Candidates(sought, List.of(), List.of(), false);
    }

    /**
     * @param legs that were gone
     * @throws EngineAwayException when none of them could be
     */
    static Candidates of(Sought sought, List<Leg> legs) {
        if (legs.stream().allMatch(Leg.Away.class::isInstance)) {
            throw ((Leg.Away) legs.getFirst()).cause();
        }
        var found = none(sought);
        for (Leg leg : legs) {
            found =
                    switch (leg) {
                        case Leg.ByWords(var hits) -> found.with(hits, found.near());
                        case Leg.ByVector(var hits) -> found.with(found.lexical(), hits);
                        case Leg.Away(_, boolean byVector) ->
                                byVector ? found.withVectorsAway() : found;
                    };
        }
        return found;
    }

    public boolean isEmpty() {
        return lexical.isEmpty() && near.isEmpty();
    }

    Candidates with(List<LexicalHit> byWords, List<VectorHit> byVector) {
        return new Candidates(sought, byWords, byVector, vectorsAway);
    }

    private Candidates withVectorsAway() {
        return new Candidates(sought, lexical, near, true);
    }
}
