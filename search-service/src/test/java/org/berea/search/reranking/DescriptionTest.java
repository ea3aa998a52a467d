package org.berea.search.reranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.contracts.search.SearchFilter;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.analysis.Terms;
import org.berea.search.editions.EditionKey;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.StoredVerse;
import org.berea.search.engine.VectorHit;
import org.berea.search.lexicon.Lexicon;
import org.berea.search.links.CrossReferences;
import org.berea.search.querying.AnalysedQuestion.Kind;
import org.berea.search.querying.WantedBooks;
import org.berea.search.recall.Candidates;
import org.berea.search.recall.Sought;
import org.berea.search.reranking.Description.Described;
import org.junit.jupiter.api.Test;

/** What the order is decided by, on a few verses. */
class DescriptionTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    private final Lexicon lexicon =
            Lexicon.of(
                    List.of(
                            text("GEN.50.20", "You meant evil, but God meant it for good"),
                            text("PSA.23.1", "The Lord is my shepherd"),
                            text("ROM.8.27", "He searches hearts"),
                            text("ROM.8.28", "God works all for good"),
                            text("ROM.8.29", "Those he knew")),
                    Terms.all());

    @Test
    void ranksAndScoresAreThoseOfTheLegsAndAtMostTheLastOutsideOfThem() {
        var described = describe(CrossReferences.NONE, SearchFilter.NONE);
        assertThat(value(described, "ROM.8.28", Feature.LEXICAL_RANK)).isEqualTo(1);
        assertThat(value(described, "GEN.50.20", Feature.LEXICAL_RANK))
                .isCloseTo(10 / 11.0, EXACTLY);
        assertThat(value(described, "ROM.8.29", Feature.LEXICAL_RANK)).isZero();
        assertThat(value(described, "ROM.8.29", Feature.VECTOR_RANK)).isEqualTo(1);
        assertThat(value(described, "ROM.8.29", Feature.COSINE)).isEqualTo(0.8);
        assertThat(value(described, "GEN.50.20", Feature.COSINE)).isEqualTo(0.6);
        assertThat(value(described, "GEN.50.20", Feature.VECTOR_RANK)).isZero();
    }

    @Test
    void neighboursStandAsTheyDidAtAFirstLook() {
        var described = describe(CrossReferences.NONE, SearchFilter.NONE);
        // ROM.8.28 has 12 by words and 30 × .7, ROM.8.29 at most 5 and 30 × .8: 4 less of 15.
        assertThat(value(described, "ROM.8.29", Feature.BEFORE)).isCloseTo(1, EXACTLY);
        assertThat(value(described, "ROM.8.28", Feature.AFTER)).isCloseTo(1 - 4 / 15.0, EXACTLY);
        assertThat(value(described, "ROM.8.28", Feature.BEFORE)).isZero();
        assertThat(value(described, "GEN.50.20", Feature.AFTER)).isZero();
    }

    @Test
    void booksHaveTheirGenre() {
        var described = describe(CrossReferences.NONE, SearchFilter.NONE);
        assertThat(value(described, "ROM.8.28", Feature.LETTERS)).isEqualTo(1);
        assertThat(value(described, "GEN.50.20", Feature.LAW)).isEqualTo(1);
        assertThat(value(described, "GEN.50.20", Feature.LETTERS)).isZero();
    }

    @Test
    void crossReferencesAddWhatIsTiedToTheBest() {
        var references =
                CrossReferences.of(
                        "a source",
                        List.of(
                                new CrossReference("ROM.8.28", "PSA.23.1", 9),
                                new CrossReference("ROM.8.28", "JHN.3.16", 99)));
        var described = describe(references, SearchFilter.NONE);

        assertThat(described.set().label()).isEqualTo("question-linked");
        // The edition has no text of JHN.3.16.
        assertThat(verses(described))
                .containsExactlyInAnyOrder("ROM.8.28", "GEN.50.20", "ROM.8.29", "PSA.23.1");
        assertThat(value(described, "PSA.23.1", Feature.LINKED_FROM))
                .isCloseTo(Math.log(1 + Math.log(10)), within(1e-6));
        assertThat(value(described, "PSA.23.1", Feature.CENTRALITY))
                .isCloseTo(Math.log(10), EXACTLY);
        assertThat(value(described, "PSA.23.1", Feature.COSINE)).isEqualTo(0.6);
    }

    @Test
    void crossReferencesDoNotLeadOutOfTheWantedBooks() {
        var references =
                CrossReferences.of(
                        "a source", List.of(new CrossReference("ROM.8.28", "PSA.23.1", 9)));
        var described = describe(references, new SearchFilter(List.of("Romans"), null, null));
        assertThat(verses(described)).doesNotContain("PSA.23.1");
    }

    private Description describe(CrossReferences references, SearchFilter filter) {
        var sought =
                new Sought(
                        new EditionKey("BST", "01"),
                        Kind.QUESTION,
                        List.of("god", "good"),
                        Optional.empty(),
                        WantedBooks.of(filter));
        var found =
                new Candidates(
                        sought,
                        List.of(
                                new LexicalHit(verse("ROM.8.28"), 12, 1),
                                new LexicalHit(verse("GEN.50.20"), 5, 1)),
                        List.of(
                                new VectorHit(verse("ROM.8.29"), 0.8),
                                new VectorHit(verse("ROM.8.28"), 0.7),
                                new VectorHit(verse("JHN.3.16"), 0.6)),
                        false);
        return Description.of(found, new Known(lexicon, references.graph(), Optional.empty()));
    }

    private static double value(Description described, String wire, Feature feature) {
        Described candidate =
                described.candidates().stream()
                        .filter(each -> each.candidate().verse().wire().equals(wire))
                        .findFirst()
                        .orElseThrow();
        int index =
                IntStream.range(0, described.set().features().size())
                        .filter(i -> described.set().features().get(i) == feature)
                        .findFirst()
                        .orElseThrow();
        return candidate.values()[index];
    }

    private static List<String> verses(Description described) {
        return described.candidates().stream()
                .map(each -> each.candidate().verse().wire())
                .toList();
    }

    private static StoredVerse text(String wire, String text) {
        return new StoredVerse(VerseRange.parse(wire).orElseThrow(), text);
    }

    private static VerseRef verse(String wire) {
        return VerseRef.parse(wire).orElseThrow();
    }
}
