package org.berea.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
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

    Search(Engine engine, Recall recall, SearchMetrics metrics) {
        this.engine = engine;
        this.querying = new Querying();
        this.recall = recall;
        this.reranking = new Reranking();
        this.metrics = metrics;
    }

    /**
     * The passages that the question names, then those it is about.
     *
     * @throws InvalidValueException when the translation is not loaded or the vector does not fit
     */
    public SearchResponse search(SearchRequest request) {
        try (Snapshot snapshot = engine.snapshot()) {
            Edition edition = edition(snapshot, request.translations());
            Optional<QueryVector> vector = request.embedding();
            vector.ifPresent(each -> check(each, edition));
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
        for (Edition edition : engine.manifest().editions().serving()) {
            edition.models().forEach((model, dimension) -> warmUp(edition, model, dimension));
        }
        querying.analyse("John 3:16");
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

    /** Vectors of another model are not looked at, whatever their size. */
    private static void check(QueryVector vector, Edition edition) {
        Integer dimension = edition.models().get(vector.model());
        if (dimension != null) {
            UnitVector.check("vector.values", vector.values(), dimension);
        }
    }

    private static List<Degradation> degraded(Optional<QueryVector> vector, Edition edition) {
        var degraded = new ArrayList<Degradation>();
        if (vector.isEmpty()) {
            degraded.add(Degradation.NO_EMBEDDING);
        }
        if (vector.filter(each -> !edition.embeddedBy(each.model())).isPresent()
                || !edition.embedded()) {
            degraded.add(Degradation.NO_VECTORS);
        }
        return degraded;
    }

    private static Edition edition(Snapshot snapshot, List<String> codes) {
        List<Edition> serving = snapshot.manifest().editions().serving();
        String code =
                codes.stream()
                        .findFirst()
                        .orElse(serving.isEmpty() ? "" : serving.getFirst().code());
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
