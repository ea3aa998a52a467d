package org.berea.search.notes.weaviate;

import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.MultiTenancy;
import java.util.List;
import org.berea.search.notes.Owner;
import org.berea.search.weaviate.Collections;
import org.berea.search.weaviate.Graph;
import org.berea.search.weaviate.Ids;
import org.berea.search.weaviate.Place;
import org.berea.search.weaviate.Properties;

/**
 * Where everything is. What was written has a tenant for each owner: the server looks at one at a
 * time, has files of its own for it, and forgets it whole. What outlives a note, and what is asked
 * of all owners together, has no tenants and no words: numbers of versions, times, names of models.
 */
final class NoteCollections {
    /** Counted up when collections change their form: the new ones are filled from the events. */
    private static final int FORMAT = 1;

    private final Collections collections;
    private final String prefix;

    NoteCollections(Collections collections, String prefix) {
        this.collections = collections;
        this.prefix = prefix;
    }

    String offsets() {
        return prefix + "NoteOffsets" + FORMAT;
    }

    /** How far a note has come, also after its deletion. */
    Place states() {
        return Place.in(prefix + "NoteStates" + FORMAT);
    }

    /** Which owners were erased, and when. */
    Place erasures() {
        return Place.in(prefix + "NoteErasures" + FORMAT);
    }

    /** Which version of a note has vectors of which model. */
    Place embeddings() {
        return Place.in(prefix + "NoteEmbeddings" + FORMAT);
    }

    Place texts(Owner owner) {
        return texts(owner.key());
    }

    Place texts(String ownerKey) {
        return new Place(texts(), ownerKey);
    }

    Place vectors(Owner owner, String model) {
        return new Place(vectors() + Ids.digest(model), owner.key());
    }

    /** The parts that an owner may have of the collections of vectors of all models. */
    List<Place> allVectors(Owner owner) {
        return collections.list().stream()
                .filter(each -> each.startsWith(vectors()))
                .map(each -> new Place(each, owner.key()))
                .toList();
    }

    /** Makes those that every change needs. */
    void ensure() {
        collections.ensure(
                CollectionConfig.of(
                        states().collection(),
                        it ->
                                it.properties(
                                        Properties.word(NoteRows.OWNER),
                                        Properties.stored(NoteRows.ID),
                                        Properties.word(NoteRows.KEPT),
                                        Properties.number(NoteRows.VERSION),
                                        Properties.amount(NoteRows.AT))));
        collections.ensure(
                CollectionConfig.of(
                        erasures().collection(),
                        it -> it.properties(Properties.amount(NoteRows.AT))));
        collections.ensure(
                CollectionConfig.of(
                        embeddings().collection(),
                        it ->
                                it.properties(
                                        Properties.word(NoteRows.OWNER),
                                        Properties.word(NoteRows.STATE),
                                        Properties.word(NoteRows.MODEL),
                                        Properties.amount(NoteRows.VERSION),
                                        Properties.number(NoteRows.TURN),
                                        Properties.amount(NoteRows.AT))));
        collections.ensure(
                CollectionConfig.of(
                        texts(),
                        it ->
                                it.properties(NoteRows.properties())
                                        .invertedIndex(Properties::byWords)
                                        .multiTenancy(NoteCollections::byOwner)));
    }

    /** Makes the one for the vectors of a model. */
    void ensureVectors(String model) {
        collections.ensure(
                CollectionConfig.of(
                        vectors() + Ids.digest(model),
                        it ->
                                it.properties(
                                                Properties.word(NoteRows.STATE),
                                                Properties.stored(NoteRows.ID),
                                                Properties.amount(NoteRows.VERSION),
                                                Properties.amount(NoteRows.AT),
                                                Properties.word(Properties.BOOK))
                                        .vectorConfig(Graph.ofOwnVectors())
                                        .multiTenancy(NoteCollections::byOwner)));
    }

    /** Deletes all that an owner has, with its files. */
    void deleteTenant(Owner owner) {
        collections.deleteTenant(texts(), owner.key());
        allVectors(owner).forEach(each -> collections.deleteTenant(each.collection(), owner.key()));
    }

    private String texts() {
        return prefix + "Notes" + FORMAT;
    }

    private String vectors() {
        return prefix + "NoteVectors" + FORMAT + "_";
    }

    private static MultiTenancy.Builder byOwner(MultiTenancy.Builder tenants) {
        return tenants.enabled(true).autoTenantCreation(true).autoTenantActivation(true);
    }
}
