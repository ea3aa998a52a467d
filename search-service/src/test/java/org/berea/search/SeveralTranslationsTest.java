package org.berea.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.search.SearchFilter;
import org.berea.contracts.search.SearchRequest;
import org.berea.search.engine.Engine;
import org.berea.search.engine.lucene.LuceneEngine;
import org.berea.search.indexing.Indexed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WEB prints no Acts 8:37 and 8:38 and 39 as one; KJV has no Tobit. */
class SeveralTranslationsTest {
    private final Engine engine;
    private final ReadySearch search;

    SeveralTranslationsTest(@TempDir Path folder) {
        this.engine = LuceneEngine.open(folder);
        this.search = new ReadySearch(engine);
    }

    @BeforeEach
    void importThem() {
        Indexed.translation(
                engine,
                "WEB",
                List.of(
                        new Verse("ACT.8.35", "Philip opened his mouth and preached Jesus."),
                        new Verse("ACT.8.36", "See, here is water! What hinders my baptism?"),
                        new Verse("ACT.8.38-39", "Both went down, and the Spirit caught him away."),
                        new Verse("ACT.8.40", "Philip was found at Azotus.")),
                List.of(
                        new Verse("TOB.4.7", "Give alms of your possessions."),
                        new Verse("TOB.4.8", "If you have little, give alms of that little.")));
        Indexed.translation(
                engine,
                "KJV",
                List.of(
                        new Verse("ACT.8.36", "See, here is water; what doth hinder me?"),
                        new Verse("ACT.8.37", "I believe that Jesus Christ is the Son of God."),
                        new Verse("ACT.8.38", "They went down both into the water."),
                        new Verse("ACT.8.39", "The Spirit of the Lord caught away Philip.")),
                List.of(new Verse("EPH.4.32", "Be ye kind one to another, tenderhearted.")));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void showsTheSameVerseOnceInThePreferredTranslation() {
        assertThat(found("what hinders, here is water", "WEB", "KJV"))
                .startsWith("WEB ACT.8.36")
                .doesNotContain("KJV ACT.8.36");
        assertThat(found("what hinders, here is water", "KJV", "WEB"))
                .startsWith("KJV ACT.8.36")
                .doesNotContain("WEB ACT.8.36");
    }

    @Test
    void findsInEachWhatOnlyOneHas() {
        assertThat(found("give alms", "KJV", "WEB")).contains("WEB TOB.4.7", "WEB TOB.4.8");
        assertThat(found("kind and tenderhearted", "WEB", "KJV")).containsExactly("KJV EPH.4.32");
        assertThat(found("give alms", "KJV")).isEmpty();
    }

    @Test
    void searchesAllThatAreLoadedWhenNoneIsNamed() {
        assertThat(found("kind and tenderhearted")).containsExactly("KJV EPH.4.32");
        assertThat(found("give alms")).contains("WEB TOB.4.7");
    }

    @Test
    void takesTheWordsOfOneTranslationForTheTextOfAnother() {
        assertThat(found("caught away Philip, the Spirit of the Lord", "WEB", "KJV").getFirst())
                .isEqualTo("WEB ACT.8.38-39");
    }

    @Test
    void fetchesNamedVersesOnceAndThoseThatOneLacksFromTheNext() {
        assertThat(asked("Acts 8:36-38", "WEB", "KJV"))
                .containsExactly("WEB ACT.8.35-39", "KJV ACT.8.37");
        assertThat(asked("Acts 8:36-38", "KJV", "WEB")).containsExactly("KJV ACT.8.36-39");
    }

    @Test
    void saysNothingForAVerseWithoutTextRatherThanShowItsNeighbours() {
        assertThat(asked("Acts 8:37", "WEB")).isEmpty();
        assertThat(asked("Acts 8:37", "WEB", "KJV")).containsExactly("KJV ACT.8.36-38");
    }

    @Test
    void fetchesVersesThatArePrintedAsOneByEitherOfThem() {
        for (String reference : List.of("Acts 8:38", "Acts 8:39")) {
            List<Passage> passages = passages(reference, 0, SearchFilter.NONE, "WEB");
            assertThat(passages).hasSize(1);
            assertThat(passages.getFirst().ref()).isEqualTo("ACT.8.38-39");
            assertThat(passages.getFirst().verses())
                    .extracting(Verse::ref)
                    .containsExactly("ACT.8.38-39");
            assertThat(passages.getFirst().reason()).isEqualTo(Reason.REFERENCE);
        }
    }

    @Test
    void holdsToTheFilterEvenForWhatTheQuestionNames() {
        var tobit = new SearchFilter(List.of("Tobit"), null, null);
        assertThat(refs(passages("Acts 8:36", 1, tobit, "WEB"))).isEmpty();
        assertThat(refs(passages("Acts 8:36 and Tobit 4:7", 1, tobit, "WEB")))
                .containsExactly("WEB TOB.4.7-8");
        assertThat(refs(passages("here is water, give alms", 0, tobit, "WEB", "KJV")))
                .containsOnly("WEB TOB.4.7", "WEB TOB.4.8");
    }

    @Test
    void findsNothingWhenTheFilterContradictsItself() {
        var none = new SearchFilter(List.of("Tobit"), "new", null);
        assertThat(passages("give alms", 1, none, "WEB", "KJV")).isEmpty();
        assertThat(passages("Tobit 4:7", 1, none, "WEB", "KJV")).isEmpty();
    }

    @Test
    void refusesOneThatIsNotLoadedAmongOthersThatAre() {
        assertThatThrownBy(() -> found("love", "WEB", "ASV"))
                .hasMessage("translation: 'ASV' (expected: one of KJV, WEB)");
    }

    /** Each found verse by itself. */
    private List<String> found(String question, String... translations) {
        return refs(passages(question, 0, SearchFilter.NONE, translations));
    }

    private List<String> asked(String question, String... translations) {
        return refs(passages(question, 1, SearchFilter.NONE, translations));
    }

    private List<Passage> passages(
            String question, int context, SearchFilter filter, String... translations) {
        return search.search(
                        new SearchRequest(
                                question, null, List.of(translations), filter, context, 10, false))
                .passages();
    }

    private static List<String> refs(List<Passage> passages) {
        return passages.stream()
                .map(passage -> passage.translation() + " " + passage.ref())
                .toList();
    }
}
