package org.berea.search.notes.weaviate;

import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.query.Filter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.berea.search.analysis.Terms;
import org.berea.search.notes.NoteText;
import org.berea.search.notes.Owner;
import org.berea.search.weaviate.Place;
import org.berea.search.weaviate.Weaviate;

/**
 * Writes a plan. Nothing here is one step on the server, so the order carries the promises: that
 * something is gone is written before it is removed, and that something is there after it was
 * stored. So whoever dies in between leaves nothing that comes back and nothing that is missing:
 * the same changes come again.
 */
final class Writing {
    private final Weaviate weaviate;
    private final NoteCollections in;
    private final Terms terms;

    Writing(Weaviate weaviate, NoteCollections in, Terms terms) {
        this.weaviate = weaviate;
        this.in = in;
        this.terms = terms;
    }

    void write(Plan plan, StoredNotes before) {
        store(
                in.erasures(),
                plan.erased().entrySet().stream()
                        .map(each -> NoteRows.erasure(each.getKey(), each.getValue()))
                        .toList());
        Map<NoteKey, Draft> deleted = those(plan, draft -> !draft.known().kept());
        store(in.states(), states(deleted));
        plan.erased().forEach(this::forget);
        deleted.keySet().forEach(each -> removeUpTo(each, Long.MAX_VALUE));
        deleted.keySet().forEach(this::removeText);
        save(those(plan, Draft::written), before);
        plan.drafts().forEach((key, draft) -> embed(key, draft, before.nextTurn(key)));
    }

    /** Removes vectors that were stored while their note changed, was deleted or erased. */
    void takeBack(Map<NoteKey, Draft> drafts, StoredNotes now) {
        drafts.forEach(
                (key, draft) -> {
                    Draft stored = now.note(key);
                    boolean stands =
                            stored.known().version() == draft.known().version()
                                    && stored.known().kept()
                                    && stored.at() > now.erasedAt(key.owner());
                    if (!stands) {
                        removeUpTo(key, draft.known().version() + 1);
                    }
                });
    }

    private void save(Map<NoteKey, Draft> saved, StoredNotes before) {
        Map<Owner, List<WeaviateObject<Map<String, Object>>>> texts = new HashMap<>();
        saved.forEach(
                (key, draft) ->
                        texts.computeIfAbsent(key.owner(), _ -> new ArrayList<>())
                                .add(NoteRows.text(text(draft), terms)));
        texts.forEach((owner, objects) -> store(in.texts(owner), objects));
        store(in.states(), states(saved));
        saved.forEach(
                (key, draft) -> {
                    if (before.note(key) != Draft.NOTHING) {
                        removeUpTo(key, draft.known().version());
                    }
                });
    }

    private void embed(NoteKey key, Draft draft, long turn) {
        long next = turn;
        for (var each : draft.vectors().entrySet()) {
            String model = each.getKey();
            in.ensureVectors(model);
            weaviate.storeVectors(
                    in.vectors(key.owner(), model),
                    NoteRows.pieces(key, text(draft), each.getValue()));
            store(in.embeddings(), List.of(NoteRows.embedding(key, draft, model, next++)));
        }
        draft.dropped().forEach(model -> drop(key, model));
    }

    private void drop(NoteKey key, String model) {
        weaviate.rows().delete(in.embeddings(), Filter.uuid().eq(key.embedding(model)));
        weaviate.rows()
                .delete(
                        in.vectors(key.owner(), model),
                        Filter.property(NoteRows.STATE).eq(key.state()));
    }

    /** With the files, unless the owner has written something since. */
    private void forget(Owner owner, long at) {
        Filter after = Filter.property(NoteRows.AT).gt(at);
        Filter before = Filter.property(NoteRows.AT).lte(at);
        if (weaviate.rows().count(in.texts(owner), after) == 0) {
            in.deleteTenant(owner);
        } else {
            weaviate.rows().delete(in.texts(owner), before);
            in.allVectors(owner).forEach(each -> weaviate.rows().delete(each, before));
        }
        Filter own = Filter.and(Filter.property(NoteRows.OWNER).eq(owner.key()), before);
        weaviate.rows().delete(in.states(), own);
        weaviate.rows().delete(in.embeddings(), own);
    }

    private void removeText(NoteKey key) {
        weaviate.rows().delete(in.texts(key.owner()), Filter.uuid().eq(key.text()));
    }

    /** Removes the vectors of versions below this one, and that there are any. */
    private void removeUpTo(NoteKey key, long version) {
        Filter older =
                Filter.and(
                        Filter.property(NoteRows.STATE).eq(key.state()),
                        Filter.property(NoteRows.VERSION).lt(version));
        weaviate.rows().delete(in.embeddings(), older);
        for (Place place : in.allVectors(key.owner())) {
            weaviate.rows().delete(place, older);
        }
    }

    private void store(Place place, List<WeaviateObject<Map<String, Object>>> objects) {
        weaviate.rows().store(place, objects);
    }

    private static List<WeaviateObject<Map<String, Object>>> states(Map<NoteKey, Draft> drafts) {
        return drafts.entrySet().stream()
                .map(each -> NoteRows.state(each.getKey(), each.getValue()))
                .toList();
    }

    private static Map<NoteKey, Draft> those(Plan plan, Predicate<Draft> test) {
        return plan.drafts().entrySet().stream()
                .filter(each -> test.test(each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static NoteText text(Draft draft) {
        return Objects.requireNonNull(draft.text());
    }
}
