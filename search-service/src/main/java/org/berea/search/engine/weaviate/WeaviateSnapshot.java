package org.berea.search.engine.weaviate;

import static java.util.Comparator.comparing;

import io.weaviate.client6.v1.api.collections.query.Filter;
import io.weaviate.client6.v1.api.collections.query.Metadata;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;
import org.berea.search.editions.VectorSet;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.Scope;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.StoredVerse;
import org.berea.search.engine.VectorHit;
import org.berea.search.weaviate.Place;
import org.berea.search.weaviate.Properties;
import org.berea.search.weaviate.Row;
import org.berea.search.weaviate.Rows;

/**
 * Searches the collections that a manifest named. They are not frozen; but what serves is whole and
 * changes no more, and what is dropped stays for a while.
 */
final class WeaviateSnapshot implements Snapshot {
    private static final int MOST_IN_A_CHAPTER = 1_000;
    private static final String[] SEARCHED = {Texts.TERMS, Texts.AROUND + "^0.5"};

    private final Rows rows;
    private final Names names;
    private final Vocabularies vocabularies;
    private final Manifest manifest;
    private final Set<String> gone;

    /**
     * @param gone parts of the names of collections that were removed before
     */
    WeaviateSnapshot(
            Rows rows,
            Names names,
            Vocabularies vocabularies,
            Manifest manifest,
            Set<String> gone) {
        this.rows = rows;
        this.names = names;
        this.vocabularies = vocabularies;
        this.manifest = manifest;
        this.gone = gone;
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public List<LexicalHit> lexical(Scope scope, List<String> terms, int most) {
        String collection = names.texts(scope.edition());
        if (terms.isEmpty()) {
            return List.of();
        }
        String words = String.join(" ", terms);
        List<Row> found =
                find(
                        collection,
                        it ->
                                it.query.bm25(
                                        words,
                                        query ->
                                                Properties.within(scope.books(), query)
                                                        .queryProperties(SEARCHED)
                                                        .limit(most)
                                                        .returnProperties(
                                                                Texts.VERSES, Texts.AROUND)
                                                        .returnMetadata(Metadata.SCORE)));
        if (found.isEmpty()) {
            return List.of();
        }
        var weighed = vocabularies.of(collection).weigh(terms);
        return found.stream().flatMap(row -> hit(row, weighed).stream()).toList();
    }

    @Override
    public List<VectorHit> nearest(Scope scope, String model, float[] vector, int most) {
        return find(
                        names.vectors(new VectorSet(scope.edition(), model)),
                        it ->
                                it.query.nearVector(
                                        vector,
                                        query ->
                                                Properties.within(scope.books(), query)
                                                        .limit(most)
                                                        .returnProperties(VerseVectors.VERSE)
                                                        .returnMetadata(Metadata.DISTANCE)))
                .stream()
                .flatMap(row -> VerseVectors.hit(row).stream())
                .toList();
    }

    @Override
    public List<StoredVerse> verses(EditionKey edition, Collection<VerseRef> verses) {
        if (verses.isEmpty()) {
            return List.of();
        }
        List<String> wanted = verses.stream().map(VerseRef::wire).distinct().toList();
        return stored(edition, Properties.anyOf(Texts.HOLDS, wanted), wanted.size());
    }

    @Override
    public List<StoredVerse> chapter(EditionKey edition, int sequence) {
        return stored(edition, Filter.property(Texts.SEQUENCE).eq(sequence), MOST_IN_A_CHAPTER);
    }

    @Override
    public void texts(EditionKey edition, Consumer<StoredVerse> use) {
        String collection = names.texts(edition);
        if (!isGone(collection)) {
            rows.forEach(
                    Place.in(collection),
                    query -> query.returnProperties(Texts.VERSES, Texts.TEXT),
                    row -> Texts.stored(row).ifPresent(use));
        }
    }

    @Override
    public void vectors(VectorSet set, BiConsumer<VerseRef, float[]> use) {
        String collection = names.vectors(set);
        if (!isGone(collection)) {
            rows.forEach(
                    Place.in(collection),
                    query -> query.returnProperties(VerseVectors.VERSE).includeVector(),
                    row ->
                            VerseVectors.verse(row)
                                    .ifPresent(verse -> use.accept(verse, row.vector())));
        }
    }

    @Override
    public List<CrossReference> links(String importId) {
        String collection = names.links(importId);
        return isGone(collection)
                ? List.of()
                : rows.all(Place.in(collection), Links.LINES).stream()
                        .flatMap(row -> Links.links(row).stream())
                        .toList();
    }

    @Override
    public <T> List<T> together(List<Supplier<T>> questions) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return questions.stream()
                    .map(each -> CompletableFuture.supplyAsync(each, threads))
                    .toList()
                    .stream()
                    .map(WeaviateSnapshot::join)
                    .toList();
        }
    }

    /** Nothing is held open on the server. */
    @Override
    public void close() {}

    private List<StoredVerse> stored(EditionKey edition, Filter filter, int most) {
        String collection = names.texts(edition);
        List<Row> found =
                isGone(collection)
                        ? List.of()
                        : rows.fetch(Place.in(collection), filter, most, Texts.VERSES, Texts.TEXT);
        return found.stream()
                .flatMap(row -> Texts.stored(row).stream())
                .sorted(comparing(StoredVerse::verses))
                .toList();
    }

    private List<Row> find(String collection, Rows.Question question) {
        return isGone(collection) ? List.of() : rows.find(Place.in(collection), question);
    }

    private static <T> T join(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof EngineAwayException away ? away : e;
        }
    }

    private boolean isGone(String collection) {
        return gone.stream().anyMatch(collection::contains);
    }

    private static Optional<LexicalHit> hit(Row row, Vocabulary.Weighed terms) {
        return Texts.verses(row)
                .map(
                        verses ->
                                new LexicalHit(
                                        verses.first(),
                                        row.score(),
                                        terms.coverage(row.text(Texts.AROUND))));
    }
}
