package org.berea.search.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.berea.contracts.search.QueryVector;
import org.berea.search.editions.Edition;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.engine.Scope;
import org.berea.search.engine.Snapshot;
import org.berea.search.lexicon.Lexicons;
import org.berea.search.querying.AnalysedQuestion;
import org.berea.search.querying.WantedBooks;

/** Asks the engine by words and by vector, in one edition. */
public final class Recall {
    /** Deep enough that what is second in both legs can win over what is first in one. */
    private static final int DEPTH = 100;

    private final Lexicons lexicons;
    private final Floors floors;

    public Recall(Lexicons lexicons, Floors floors) {
        this.lexicons = lexicons;
        this.floors = floors;
    }

    /**
     * The verses that the question may be about; none when it is about something else. A question
     * that only names verses has its answer in them: nothing else is looked for.
     *
     * @throws EngineAwayException when neither leg can be gone
     */
    public Candidates find(
            AnalysedQuestion question,
            Optional<QueryVector> vector,
            WantedBooks books,
            Edition edition,
            Snapshot snapshot) {
        Candidates all = all(question, vector, books, edition, snapshot);
        return floors.applyTo(all, question.namesVerses());
    }

    /** The same without floors. */
    public Candidates all(
            AnalysedQuestion question,
            Optional<QueryVector> vector,
            WantedBooks books,
            Edition edition,
            Snapshot snapshot) {
        var sought =
                new Sought(
                        edition.key(),
                        question.kind(),
                        terms(question, edition),
                        vector.filter(each -> edition.embeddedBy(each.model())),
                        books);
        return question.asksForVersesAlone() || books.areNone()
                ? Candidates.none(sought)
                : Candidates.of(sought, legs(sought, snapshot));
    }

    private static List<Leg> legs(Sought sought, Snapshot snapshot) {
        var scope = scope(sought);
        var legs = new ArrayList<Supplier<Leg>>();
        legs.add(() -> Leg.byWords(() -> snapshot.lexical(scope, sought.terms(), DEPTH)));
        sought.vector().ifPresent(each -> legs.add(() -> byVector(each, scope, snapshot)));
        return snapshot.together(legs);
    }

    private static Leg byVector(QueryVector vector, Scope scope, Snapshot snapshot) {
        return Leg.byVector(() -> snapshot.nearest(scope, vector.model(), vector.values(), DEPTH));
    }

    private List<String> terms(AnalysedQuestion question, Edition edition) {
        return lexicons.of(edition.key())
                .map(lexicon -> lexicon.adapted(question.terms()))
                .orElse(question.terms());
    }

    private static Scope scope(Sought sought) {
        return sought.books().areAll()
                ? Scope.of(sought.edition())
                : new Scope(sought.edition(), sought.books().books());
    }
}
