package org.berea.search.recall;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.search.QueryVector;
import org.berea.search.editions.Edition;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.Scope;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.VectorHit;
import org.berea.search.querying.AnalysedQuestion;
import org.berea.search.querying.WantedBooks;

/** Asks the engine by words and by vector, in one edition. */
public final class Recall {
    /** Deep enough that what is second in both legs can win over what is first in one. */
    private static final int DEPTH = 100;

    private final Floors floors;

    public Recall(Floors floors) {
        this.floors = floors;
    }

    /** A question that only names verses has its answer in them: nothing else is looked for. */
    public Candidates find(
            AnalysedQuestion question,
            Optional<QueryVector> vector,
            WantedBooks books,
            Edition edition,
            Snapshot snapshot) {
        if (question.asksForVersesAlone() || books.areNone()) {
            return Candidates.NONE;
        }
        var scope = scope(edition, books);
        List<VectorHit> nearest =
                vector.filter(each -> edition.embeddedBy(each.model()))
                        .map(each -> nearest(each, scope, snapshot))
                        .orElse(List.of());
        List<LexicalHit> lexical = snapshot.lexical(scope, question.terms(), DEPTH);
        return new Candidates(
                floors.lexical(lexical, nearest).stream().map(LexicalHit::verse).toList(),
                floors.near(nearest, question.namesVerses()).stream()
                        .map(VectorHit::verse)
                        .toList());
    }

    private static Scope scope(Edition edition, WantedBooks books) {
        return books.areAll() ? Scope.of(edition.key()) : new Scope(edition.key(), books.books());
    }

    private static List<VectorHit> nearest(QueryVector vector, Scope scope, Snapshot snapshot) {
        return snapshot.nearest(scope, vector.model(), vector.values(), DEPTH);
    }
}
