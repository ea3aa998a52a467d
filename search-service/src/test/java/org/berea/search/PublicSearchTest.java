package org.berea.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.contracts.embedding.EmbeddingRequest;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.contracts.search.PassagesResponse;
import org.berea.contracts.search.PassagesResponse.Related;
import org.berea.contracts.search.RankingCandidates;
import org.berea.contracts.search.SearchResponse;
import org.berea.search.engine.Vectors;
import org.berea.search.engine.lucene.LuceneEngine;
import org.berea.search.indexing.Indexed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What everybody may ask over HTTP: the service embeds the question itself. */
@TestInstance(Lifecycle.PER_CLASS)
class PublicSearchTest {
    private static final String SHEPHERD = ": the Lord is my shepherd, I lack nothing";
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final EmbeddingNeighbour embedding = new EmbeddingNeighbour(PublicSearchTest::vector);
    private final RunningSearch search;
    private final SearchClient client;

    PublicSearchTest(@TempDir Path folder) {
        try (var engine = LuceneEngine.open(folder.resolve("search"))) {
            Indexed.complete(engine, "01");
            var reference = new CrossReference("ROM.8.28", "PSA.23.1-4", 12);
            var event = new CrossReferencesImported("x1", "a source", 0, 1, List.of(reference));
            Indexed.links(engine, List.of(event));
        }
        search = RunningSearch.startBeside(folder, embedding.url());
        client = search.client();
    }

    @AfterAll
    void stop() {
        search.close();
        embedding.close();
    }

    @Test
    void findsByWordsAndByTheVectorItAskedFor() throws Exception {
        var response = found("Who is my shepherd?", "");

        assertThat(refs(response))
                .contains("ROM.8.27-29")
                .anyMatch(it -> it.startsWith("PSA.23.1"));
        assertThat(response.passages())
                .extracting(Passage::reason)
                .containsExactlyInAnyOrder(Reason.LEXICAL, Reason.VECTOR);
        assertThat(response.passages()).allMatch(it -> it.score() > 0 && it.score() <= 1);
        assertThat(response.degraded()).isEmpty();
        assertThat(embedding.asked()).contains(EmbeddingRequest.query("Who is my shepherd?"));
    }

    @Test
    void narrowsBothWaysOfFindingToWhatIsAskedFor() throws Exception {
        assertThat(refs(found("Who is my shepherd?", "&book=Romans")))
                .containsExactly("ROM.8.27-29");
        assertThat(refs(found("Who is my shepherd?", "&testament=old&context=0")))
                .contains("PSA.23.1")
                .allMatch(it -> it.startsWith("PSA.23."));
        assertThat(refs(found("Who is my shepherd?", "&limit=1"))).hasSize(1);
        assertThat(refs(found("Who is my shepherd?", "&testament=old&book=Romans"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "odd", "none"})
    void searchesByWordsAloneWhenItGetsNoVector(String how) throws Exception {
        var response = found(how + SHEPHERD, "");
        assertThat(refs(response)).allMatch(it -> it.startsWith("PSA.23.1")).hasSize(1);
        assertThat(response.degraded()).containsExactly(Degradation.NO_EMBEDDING);
    }

    @Test
    void doesNotWaitLongForAVector() throws Exception {
        long start = System.nanoTime();
        var response = found("slow" + SHEPHERD, "");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        assertThat(refs(response)).allMatch(it -> it.startsWith("PSA.23.1")).hasSize(1);
        assertThat(response.degraded()).containsExactly(Degradation.NO_EMBEDDING);
    }

    @Test
    void doesNotCompareVectorsOfDifferentModels() throws Exception {
        var response = found("other" + SHEPHERD, "");
        assertThat(refs(response)).allMatch(it -> it.startsWith("PSA.23.1")).hasSize(1);
        assertThat(response.degraded()).containsExactly(Degradation.NO_VECTORS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /ai/search                                 | q
                    /ai/search?q=a&books=Romans                | books
                    /ai/search?q=a&book=Hezekiah               | book
                    /ai/search?q=a&translation=KJV             | translation
                    /ai/search?q=a&testament=third             | testament
                    /ai/search?q=a&limit=1000                  | limit
                    /ai/passages/ROM.8.28?translation=BST      | translation
                    /ai/passages/ROM.8.28?translations=KJV     | translations
                    /ai/passages/ROM.8.28?context=21           | context
                    /ai/passages/love                          | ref
                    """)
    void namesTheParameterThatIsWrong(String path, String field) throws Exception {
        var answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"urn:berea:problem:invalid-request\"", "\"field\":\"" + field + "\"");
    }

    @Test
    void takesTheLongestQuestion() throws Exception {
        String question = "shepherd ".repeat(888) + "shepherd";
        assertThat(refs(found(question, ""))).anyMatch(it -> it.startsWith("PSA.23.1"));
    }

    @Test
    void showsServicesAloneWhatTheOrderIsDecidedBy() throws Exception {
        String request = "{\"query\":\"Who is my shepherd?\",\"limit\":10}";
        var answer = client.post("/internal/candidates", request, Caller.service("benchmarks"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var candidates = mapper.readValue(answer.body(), RankingCandidates.class);
        assertThat(candidates.kind()).isEqualTo("question-linked-lexical");
        assertThat(candidates.features()).contains("coverage", "lexical-rank", "centrality");
        assertThat(candidates.candidates())
                .extracting(RankingCandidates.Candidate::verse)
                .contains("PSA.23.1");

        var user = new Caller("alice", Tier.PRO, "other", Set.of(), true, false);
        assertThat(client.post("/internal/candidates", request, user).statusCode()).isEqualTo(403);
    }

    @Test
    void readsAPassageInAnyWrittenForm() throws Exception {
        for (String ref : List.of("Rom 8:28", "ROM.8.28", "Romans viii. 28", "romans 8:28")) {
            var passages = read(ref, "").passages();
            assertThat(passages).hasSize(1);
            assertThat(passages.getFirst().ref()).isEqualTo("ROM.8.26-29");
            assertThat(passages.getFirst().label()).isEqualTo("Romans 8:26–29");
            assertThat(passages.getFirst().reason()).isEqualTo(Reason.REFERENCE);
        }
        assertThat(read("Rom 8:28", "?context=0").passages().getFirst().ref())
                .isEqualTo("ROM.8.28");
    }

    @Test
    void saysWhereCrossReferencesLeadAndWhoMustBeNamedForThem() throws Exception {
        var answer = read("Rom 8:28-29", "");
        assertThat(answer.related()).containsExactly(new Related("PSA.23.1-4", "Psalm 23:1–4", 12));
        assertThat(answer.relatedSource()).isEqualTo("a source");
        assertThat(read("Matthew 5:3", "").related()).isEmpty();
        assertThat(client.get("/ai/passages/MAT.5.3").body()).doesNotContain("relatedSource");
    }

    @Test
    void saysHonestlyThatARealVerseHasNoText() throws Exception {
        assertThat(read("John 3:16", "").passages()).isEmpty();
        assertThat(read("Romans 8:25", "").passages()).isEmpty();
    }

    @Test
    void saysWhyAVerseCannotExist() throws Exception {
        var answer = client.get("/ai/passages/" + encoded("Romans 17:1"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("\"urn:berea:problem:not-found\"", "Romans has 16 chapters");
    }

    /** Near ROM.8.28, or as the question begins. */
    private static EmbeddingResponse vector(String question) {
        var near = Vectors.near(22, 0.9);
        return switch (question.split(":", 2)[0]) {
            case "odd" -> EmbeddingNeighbour.vector("test", "1", new float[] {2, 2});
            case "none" -> EmbeddingResponse.of(List.of(), "test", "1", 0, 0);
            case "other" -> EmbeddingNeighbour.vector("another", "1", near);
            default -> EmbeddingNeighbour.vector("test", "1", near);
        };
    }

    private SearchResponse found(String question, String more) throws Exception {
        return ok("/ai/search?q=" + encoded(question) + more, SearchResponse.class);
    }

    private PassagesResponse read(String ref, String more) throws Exception {
        return ok("/ai/passages/" + encoded(ref) + more, PassagesResponse.class);
    }

    private <T> T ok(String path, Class<T> type) throws Exception {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return mapper.readValue(answer.body(), type);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> refs(SearchResponse response) {
        return response.passages().stream().map(Passage::ref).toList();
    }
}
