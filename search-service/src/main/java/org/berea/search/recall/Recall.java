package org.berea.search.recall;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.search.QueryVector;
import org.berea.scripture.VerseRange;
import org.berea.search.editions.Edition;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.Scope;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.VectorHit;
import org.berea.search.querying.AnalysedQuestion;

/** Asks the engine by words and by vector. */
public final class Recall {
    /** Deep enough that what is second in both legs can win over what is first in one. */
    private static final int DEPTH = 100;

    /** Of a whole chapter or more that is asked for, as many verses as a prompt can bear. */
    private static final int MOST_ASKED = 40;

    private final Floors floors;

    public Recall(Floors floors) {
        this.floors = floors;
    }

    /** A question that only names verses has its answer in them: nothing else is looked for. */
    public Candidates find(
            AnalysedQuestion question,
            Optional<QueryVector> vector,
            Edition edition,
            Snapshot snapshot) {
        List<VerseRange> asked = asked(question, edition, snapshot);
        if (question.asksForVersesAlone()) {
            return new Candidates(asked, List.of(), List.of());
        }
        List<VectorHit> nearest = nearest(vector, edition, snapshot);
        List<LexicalHit> lexical =
                snapshot.lexical(Scope.of(edition.key()), question.terms(), DEPTH);
        boolean beside = question.namesVerses();
        return new Candidates(
                asked,
                floors.lexical(lexical, nearest).stream().map(LexicalHit::verse).toList(),
                floors.near(nearest, beside).stream().map(VectorHit::verse).toList());
    }

    /** Without those that the translation has no text for. */
    private static List<VerseRange> asked(
            AnalysedQuestion question, Edition edition, Snapshot snapshot) {
        return question.references().stream()
                .map(Recall::bounded)
                .filter(range -> !snapshot.verses(edition.key(), range.verses()).isEmpty())
                .toList();
    }

    private static VerseRange bounded(VerseRange range) {
        if (range.size() <= MOST_ASKED) {
            return range;
        }
        return new VerseRange(range.first(), range.verses().get(MOST_ASKED - 1));
    }

    private static List<VectorHit> nearest(
            Optional<QueryVector> vector, Edition edition, Snapshot snapshot) {
        return vector.filter(each -> edition.embeddedBy(each.model()))
                .map(each -> nearest(each, edition, snapshot))
                .orElse(List.of());
    }

    private static List<VectorHit> nearest(QueryVector vector, Edition edition, Snapshot snapshot) {
        return snapshot.nearest(Scope.of(edition.key()), vector.model(), vector.values(), DEPTH);
    }
}
