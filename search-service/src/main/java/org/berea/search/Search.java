package org.berea.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.RankingCandidates;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.contracts.search.Translations;
import org.berea.search.editions.Edition;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.UnitVector;
import org.berea.search.querying.AnalysedQuestion;
import org.berea.search.querying.Querying;
import org.berea.search.querying.WantedBooks;
import org.berea.search.recall.Candidates;
import org.berea.search.recall.Recall;
import org.berea.search.reranking.RankedVerse;
import org.berea.search.reranking.Reranking;
import org.berea.search.widening.Widening;

/** What happens to a question. Blocks while it searches. */
public final class Search {
    private final Engine engine;
    private final Querying querying;
    private final Recall recall;
    private final Reranking reranking;
    private final SearchMetrics metrics;

    Search(Engine engine, Recall recall, Reranking reranking, SearchMetrics metrics) {
        this.engine = engine;
        this.querying = new Querying();
        this.recall = recall;
        this.reranking = reranking;
        this.metrics = metrics;
    }

    /**
     * The passages that the question names, then those it is about.
     *
     * @throws InvalidValueException when a translation is not loaded, the filter names no books or
     *     the vector does not fit
     */
    public SearchResponse search(SearchRequest request) {
        try (Snapshot snapshot = engine.snapshot()) {
            var editions = WantedEditions.of(snapshot, "translation", request.translations());
            var books = WantedBooks.of(request.filter());
            Optional<QueryVector> vector = request.embedding();
            vector.ifPresent(each -> editions.forEach(edition -> check(each, edition)));
            AnalysedQuestion question =
                    metrics.time("querying", () -> querying.analyse(request.query()));
            List<Candidates> candidates =
                    metrics.time(
                            "recall", () -> recall(question, vector, books, editions, snapshot));
            List<RankedVerse> ranked = metrics.time("reranking", () -> reranking.rank(candidates));
            List<Passage> passages =
                    metrics.time(
                            "widening",
                            () ->
                                    new Widening(snapshot, editions)
                                            .passages(
                                                    question.references(books),
                                                    ranked,
                                                    request.context(),
                                                    request.limit()));
            var degraded = degraded(vector, editions, candidates);
            metrics.count(degraded);
            return new SearchResponse(passages, degraded);
        }
    }

    /**
     * What the order of a search of the first translation would be decided by; empty while its
     * terms are being loaded.
     *
     * @throws InvalidValueException as {@link #search} does
     */
    public Optional<RankingCandidates> candidates(SearchRequest request) {
        try (Snapshot snapshot = engine.snapshot()) {
            var edition =
                    WantedEditions.of(snapshot, "translation", request.translations()).getFirst();
            request.embedding().ifPresent(each -> check(each, edition));
            var question = querying.analyse(request.query());
            var books = WantedBooks.of(request.filter());
            return reranking.features(
                    recall.all(question, request.embedding(), books, edition, snapshot));
        }
    }

    /** The translations that can be searched now. */
    public Translations translations() {
        return new Translations(
                engine.manifest().editions().serving().stream().map(Edition::translation).toList());
    }

    /**
     * Loads what the first question would otherwise wait for.
     *
     * @throws org.berea.search.engine.EngineAwayException when the index cannot be reached
     */
    void warmUp() {
        querying.analyse("John 3:16");
        for (Edition edition : engine.manifest().editions().serving()) {
            edition.models().forEach((model, dimension) -> warmUp(edition, model, dimension));
        }
    }

    private void warmUp(Edition edition, String model, int dimension) {
        if (dimension == 0) {
            return;
        }
        var values = new float[dimension];
        values[0] = 1;
        var vector = new QueryVector(model, values);
        search(SearchRequest.of("God so loved: John 3:16", vector, edition.code(), 1));
    }

    private List<Candidates> recall(
            AnalysedQuestion question,
            Optional<QueryVector> vector,
            WantedBooks books,
            List<Edition> editions,
            Snapshot snapshot) {
        return editions.stream()
                .map(edition -> recall.find(question, vector, books, edition, snapshot))
                .toList();
    }

    /** Vectors of another model are not looked at, whatever their size. */
    private static void check(QueryVector vector, Edition edition) {
        Integer dimension = edition.models().get(vector.model());
        if (dimension != null) {
            UnitVector.check("vector.values", vector.values(), dimension);
        }
    }

    private static List<Degradation> degraded(
            Optional<QueryVector> vector, List<Edition> editions, List<Candidates> candidates) {
        var degraded = new ArrayList<Degradation>();
        if (vector.isEmpty()) {
            degraded.add(Degradation.NO_EMBEDDING);
        }
        if (editions.stream().anyMatch(edition -> !canUse(vector, edition))
                || candidates.stream().anyMatch(Candidates::vectorsAway)) {
            degraded.add(Degradation.NO_VECTORS);
        }
        return degraded;
    }

    private static boolean canUse(Optional<QueryVector> vector, Edition edition) {
        return vector.map(each -> edition.embeddedBy(each.model())).orElseGet(edition::embedded);
    }
}
