package org.berea.search.notes;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.berea.search.engine.EngineAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the store in each way apart; one that does not answer is left out. */
final class NoteRecall {
    private static final Logger log = LoggerFactory.getLogger(NoteRecall.class);

    /** Deep enough that what is second in both legs can win over what is first in one. */
    private static final int DEPTH = 50;

    private final OwnNotes notes;

    NoteRecall(OwnNotes notes) {
        this.notes = notes;
    }

    /** A question that only names verses has its answer there: nothing else is looked for. */
    NoteCandidates find(NoteQuestion asked, int most) {
        Set<String> named = onNamedVerses(asked, most);
        boolean more = asked.asksForMore();
        List<ScoredNote> lexical = more ? leg(() -> lexical(asked)) : List.of();
        List<ScoredNote> nearest = more ? leg(() -> nearest(asked)) : List.of();
        var ids = new HashSet<>(named);
        lexical.forEach(hit -> ids.add(hit.id()));
        nearest.forEach(hit -> ids.add(hit.id()));
        return new NoteCandidates(named, lexical, nearest, texts(asked.owner(), ids));
    }

    private Set<String> onNamedVerses(NoteQuestion asked, int most) {
        var ids = new LinkedHashSet<String>();
        asked.named()
                .forEach(verses -> ids.addAll(leg(() -> notes.on(asked.owner(), verses, most))));
        return ids;
    }

    private List<ScoredNote> lexical(NoteQuestion asked) {
        return notes.lexical(asked.owner(), asked.question().terms(), asked.filter(), DEPTH);
    }

    private List<ScoredNote> nearest(NoteQuestion asked) {
        return asked.vector()
                .map(
                        it ->
                                notes.nearest(
                                        asked.owner(),
                                        it.model(),
                                        it.values(),
                                        asked.filter(),
                                        DEPTH))
                .orElse(List.of());
    }

    private Map<String, NoteText> texts(Owner owner, Set<String> ids) {
        return leg(() -> notes.texts(owner, ids)).stream().collect(toMap(NoteText::id, identity()));
    }

    private static <T> List<T> leg(Supplier<List<T>> search) {
        try {
            return search.get();
        } catch (EngineAwayException e) {
            log.warn("notes are left out: {}", e.getMessage());
            return List.of();
        }
    }
}
