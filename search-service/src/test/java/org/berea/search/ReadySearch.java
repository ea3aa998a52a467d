package org.berea.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.search.engine.Engine;
import org.berea.search.lexicon.Lexicons;
import org.berea.search.links.CurrentCrossReferences;
import org.berea.search.meaning.CurrentTiedVectors;
import org.berea.search.recall.Floors;
import org.berea.search.recall.Recall;
import org.berea.search.reranking.Reranking;

/** A search above an engine that has what is kept in memory up to date at each question. */
final class ReadySearch {
    private final Lexicons lexicons;
    private final CurrentCrossReferences references;
    private final CurrentTiedVectors tied;
    private final Search search;

    ReadySearch(Engine engine) {
        this(engine, new SimpleMeterRegistry());
    }

    ReadySearch(Engine engine, MeterRegistry meters) {
        lexicons = new Lexicons(engine);
        references = new CurrentCrossReferences(engine);
        tied = new CurrentTiedVectors(engine, references);
        search =
                new Search(
                        engine,
                        new Recall(lexicons, Floors.CHOSEN),
                        new Reranking(lexicons, references, tied, Floors.CHOSEN),
                        new SearchMetrics(meters));
    }

    SearchResponse search(SearchRequest request) {
        lexicons.refresh();
        references.refresh();
        tied.refresh();
        return search.search(request);
    }

    /** As before anything is loaded. */
    Search itself() {
        return search;
    }
}
