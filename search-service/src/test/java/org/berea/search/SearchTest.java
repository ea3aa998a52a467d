package org.berea.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.contracts.search.Translation;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Vectors;
import org.berea.search.engine.lucene.LuceneEngine;
import org.berea.search.indexing.Imports;
import org.berea.search.indexing.Indexed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Engine engine;
    private final ReadySearch search;

    SearchTest(@TempDir Path folder) {
        this.engine = LuceneEngine.open(folder);
        this.search = new ReadySearch(engine, meters);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void answersAQuestionAboutAVerseWithThatVerseAndItsNeighbours() {
        Indexed.complete(engine, "01");

        // Near to PSA.23.1, as the vector of such a question may be to anything.
        SearchResponse response =
                ask("What does Romans 8:28 mean in context?", Vectors.near(0, 0.65));

        assertThat(response.degraded()).isEmpty();
        assertThat(response.passages()).hasSize(1);
        Passage passage = response.passages().getFirst();
        assertThat(passage.ref()).isEqualTo("ROM.8.27-29");
        assertThat(passage.label()).isEqualTo("Romans 8:27–29");
        assertThat(passage.translation()).isEqualTo("BST");
        assertThat(passage.score()).isEqualTo(1);
        assertThat(passage.reason()).isEqualTo(Reason.REFERENCE);
        assertThat(passage.verses())
                .extracting(Verse::ref)
                .containsExactly("ROM.8.27", "ROM.8.28", "ROM.8.29");
        assertThat(passage.verses().get(1).text())
                .isEqualTo("God works all for good with those who love him.");
    }

    @Test
    void putsWhatIsNamedBeforeWhatIsFound() {
        Indexed.complete(engine, "01");
        var response = ask("Is the shepherd of Psalm 23 like Matthew 5:3?", Vectors.axis(0));
        assertThat(refs(response)).containsExactly("PSA.23.1-4", "MAT.5.2-4");
    }

    @Test
    void findsByWordsAndByVector() {
        Indexed.complete(engine, "01");
        var response = ask("Who is my shepherd?", Vectors.near(22, 0.9));

        assertThat(refs(response)).containsExactlyInAnyOrder("PSA.23.1-3", "ROM.8.27-29");
        assertThat(response.passages())
                .extracting(Passage::reason)
                .containsExactlyInAnyOrder(Reason.LEXICAL, Reason.VECTOR);
        assertThat(response.passages()).allMatch(it -> it.score() > 0 && it.score() <= 1);
    }

    @Test
    void findsNothingForWhatTheTextDoesNotSpeakOf() {
        Indexed.complete(engine, "01");
        assertThat(ask("How do I repair a carburetor?", Vectors.near(22, 0.55)).passages())
                .isEmpty();
        assertThat(ask("How do I repair a good carburetor?", Vectors.near(22, 0.55)).passages())
                .isEmpty();
    }

    @Test
    void omitsAReferenceToVersesThatTheTranslationLacks() {
        Indexed.complete(engine, "01");
        assertThat(ask("What does John 3:16 say?", Vectors.near(22, 0.65)).passages()).isEmpty();
        assertThat(refs(ask("What does Romans 8:25-27 say?", Vectors.axis(0))))
                .containsExactly("ROM.8.26-28");
    }

    @Test
    void searchesByWordsAloneWhileVectorsAreMissing() {
        Indexed.text(engine, "01");
        var response = ask("Who is my shepherd?", Vectors.near(22, 0.9));

        assertThat(response.degraded()).containsExactly(Degradation.NO_VECTORS);
        assertThat(refs(response)).containsExactly("PSA.23.1-3");
        assertThat(meters.get("berea.search.queries").tag("legs", "lexical").counter().count())
                .isEqualTo(1);
    }

    @Test
    void searchesByWordsAloneWhenTheQuestionHasNoVector() {
        Indexed.complete(engine, "01");
        var response = search.search(SearchRequest.of("poor in spirit", null, "BST", 5));

        assertThat(response.degraded()).containsExactly(Degradation.NO_EMBEDDING);
        assertThat(refs(response).getFirst()).isEqualTo("MAT.5.2-4");
    }

    @Test
    void boundsAWholeChapterThatIsAskedFor() {
        Indexed.psalm119(engine, "01");
        var response = ask("Psalm 119", Vectors.axis(0));
        assertThat(refs(response)).containsExactly("PSA.119.1-41");
    }

    @Test
    void namesTheTranslationsThatAreLoadedWhenOneIsNot() {
        assertThatThrownBy(() -> ask("love", Vectors.axis(0)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "translation: 'BST' (expected: a loaded translation; none is loaded yet)");
        Indexed.complete(engine, "01");

        assertThatThrownBy(() -> search.search(SearchRequest.of("love", null, "KJV", 5)))
                .hasMessage("translation: 'KJV' (expected: one of BST)");
        assertThat(search.itself().translations().translations())
                .extracting(Translation::code)
                .containsExactly("BST");
    }

    @Test
    void refusesAVectorThatItsModelCannotHaveMade() {
        Indexed.complete(engine, "01");
        assertThatThrownBy(() -> ask("love", new float[] {1, 0}))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("vector.values: 2 numbers (expected: exactly 384)");
    }

    @Test
    void searchesByWordsAloneWithTheVectorOfAModelThatHasNotEmbeddedTheText() {
        Indexed.complete(engine, "01");
        var vector = new QueryVector("other@1", new float[] {1, 0});
        var response = search.search(SearchRequest.of("Who is my shepherd?", vector, "BST", 5));

        assertThat(response.degraded()).containsExactly(Degradation.NO_VECTORS);
        assertThat(refs(response)).containsExactly("PSA.23.1-3");
    }

    @Test
    void measuresEachStage() {
        Indexed.complete(engine, "01");
        ask("Who is my shepherd?", Vectors.axis(0));
        for (String stage : List.of("querying", "recall", "reranking", "widening")) {
            assertThat(meters.get("berea.stage.latency").tag("stage", stage).timer().count())
                    .isEqualTo(1);
        }
        assertThat(meters.get("berea.search.queries").tag("legs", "hybrid").counter().count())
                .isEqualTo(1);
    }

    private SearchResponse ask(String question, float[] vector) {
        return search.search(SearchRequest.of(question, Imports.vector(vector), "BST", 5));
    }

    private static List<String> refs(SearchResponse response) {
        return response.passages().stream().map(Passage::ref).toList();
    }

    @Test
    void fusesTheLegsWhileTheTermsOfAnEditionAreNotLoaded() {
        Indexed.complete(engine, "01");
        var response =
                search.itself()
                        .search(
                                SearchRequest.of(
                                        "Who is my shepherd?",
                                        Imports.vector(Vectors.near(22, 0.9)),
                                        "BST",
                                        5));
        assertThat(refs(response)).contains("ROM.8.27-29").anyMatch(it -> it.startsWith("PSA.23"));
    }
}
