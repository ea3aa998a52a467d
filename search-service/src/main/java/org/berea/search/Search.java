package org.berea.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.Translations;
import org.berea.search.editions.Edition;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.UnitVector;
import org.berea.search.querying.AnalysedQuestion;
import org.berea.search.querying.Querying;
import org.berea.search.recall.Candidates;
import org.berea.search.recall.Recall;
import org.berea.search.reranking.Reranking;

/** What happens to a question. Blocks while it searches. */
public final class Search {
    private final Engine engine;
    private final Querying querying;
    private final Recall recall;
    private final Reranking reranking;
    private final SearchMetrics metrics;
    private final int dimension;

    Search(Engine engine, Recall recall, SearchMetrics metrics, int dimension) {
        this.engine = engine;
        this.querying = new Querying();
        this.recall = recall;
        this.reranking = new Reranking();
        this.metrics = metrics;
        this.dimension = dimension;
    }

    /**
     * The passages that the question names, then those it is about.
     *
     * @throws InvalidValueException when the translation is not loaded or the vector does not fit
     */
    public SearchResponse search(SearchRequest request) {
        try (Snapshot snapshot = engine.snapshot()) {
            Edition edition = edition(snapshot, request.translation());
            Optional<float[]> vector =
                    request.embedding().map(each -> UnitVector.check("vector", each, dimension));
            AnalysedQuestion question =
                    metrics.time("querying", () -> querying.analyse(request.query()));
            Candidates candidates =
                    metrics.time("recall", () -> recall.find(question, vector, edition, snapshot));
            List<Passage> passages =
                    metrics.time(
                            "reranking",
                            () ->
                                    reranking.passages(
                                            candidates, request.limit(), edition, snapshot));
            var degraded = degraded(vector, edition);
            metrics.count(degraded);
            return new SearchResponse(passages, degraded);
        }
    }

    /** The translations that can be searched now. */
    public Translations translations() {
        return new Translations(
                engine.manifest().editions().serving().stream().map(Edition::translation).toList());
    }

    /** Loads what the first question would otherwise wait for. */
    void warmUp() {
        for (Translation translation : translations().translations()) {
            var vector = new float[dimension];
            vector[0] = 1;
            search(new SearchRequest("God so loved: John 3:16", vector, translation.code(), 1));
        }
        querying.analyse("John 3:16");
    }

    private static List<Degradation> degraded(Optional<float[]> vector, Edition edition) {
        var degraded = new ArrayList<Degradation>();
        if (vector.isEmpty()) {
            degraded.add(Degradation.NO_EMBEDDING);
        }
        if (!edition.embedded()) {
            degraded.add(Degradation.NO_VECTORS);
        }
        return degraded;
    }

    private static Edition edition(Snapshot snapshot, String code) {
        return snapshot.edition(code).orElseThrow(() -> unknown(snapshot, code));
    }

    private static InvalidValueException unknown(Snapshot snapshot, String code) {
        List<String> loaded =
                snapshot.manifest().editions().serving().stream().map(Edition::code).toList();
        return InvalidValueException.of(
                "translation",
                code,
                loaded.isEmpty()
                        ? "a loaded translation; none is loaded yet"
                        : "one of " + String.join(", ", loaded));
    }
}
