package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    He wrote, "we know that all".              | we know that all
                    Paul says “we know that all” (Rom 8:28)    | we know that all
                    It says 'we know that all' here            | we know that all
                    It says ‘we know that all’ here            | we know that all
                    It says «we know that all» here            | we know that all
                    It says „we know that all“ here            | we know that all
                    It says »we know that all« here            | we know that all
                    It says ＂we know that all＂ here            | we know that all
                    says:"we know that all"                    | we know that all
                    It says " we know that all " here          | we know that all
                    It says “we know that all" here            | we know that all
                    ("we know that all")                       | we know that all
                    “we know ‘that all’ things”                | we know ‘that all’ things
                    “God said, “Let it be,” and it was.” Prose | God said, “Let it be,” and it was.
                    "God said, "Let it be," and it was." Prose | God said, "Let it be," and it was.
                    “God said, “Let it be;” (Gen 1:3). Prose   | God said, “Let it be;
                    'the disciples' boat was lost' he said     | the disciples' boat was lost
                    ‘God’s love is great’ he said              | God’s love is great
                    "you shall ‘die.’”" (Gen 2:17). More prose | you shall ‘die.’”
                    """)
    void areFoundBetweenTheirMarks(String text, String words) {
        assertThat(Quotations.in(text))
                .extracting(Quotation::text)
                .map(String::strip)
                .containsExactly(words);
        assertThat(Quotations.in(text)).allMatch(Quotation::isClosed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It's the disciples' boat, isn't it?",
                "'Tis so, and 'twas so in the '90s.",
                "5'10\" tall, 6\" wide",
                "don’t, can’t, Moses’ staff",
                "a > b",
                "no marks",
                "",
                "\"",
                "'",
                "word\" and more"
            })
    void areNotFoundInApostrophesAndMeasures(String text) {
        assertThat(Quotations.in(text)).filteredOn(Quotation::isQuotation).isEmpty();
    }

    @Test
    void runToTheEndOfTheirParagraphWhenNobodyClosesThem() {
        String text = "He says “we know that all\nthings\n\nAnd “new words here” follow.";

        List<Quotation> found = Quotations.in(text);

        assertThat(found)
                .extracting(Quotation::text)
                .containsExactly("we know that all\nthings", "new words here");
        assertThat(found).extracting(Quotation::isClosed).containsExactly(false, true);
    }

    @Test
    void haveTheOffsetsOfTheirMarks() {
        String text = "He says, “we know that” and 'all things work'.";

        assertThat(Quotations.in(text))
                .extracting(each -> text.substring(each.start(), each.end()))
                .containsExactly("“we know that”", "'all things work'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> We know that all\n> things work\n\nProse.",
                "> We know that all\n> things work\n> — Romans 8:28 (BST)\nProse.",
                "> We know that all\n>things work (Romans 8:28)\n\nProse.",
                "> **Romans 8:28**: We know that all things work",
                "> “We know that all things work.”\n>\n> *Romans 8:28, Berea sample text*",
                "Prose:\n\n  > We know that all things work\n"
            })
    void areFoundInBlocksWithoutTheirSource(String text) {
        List<Quotation> found = Quotations.in(text);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().isQuotation()).isTrue();
        assertThat(Words.of(found.getFirst().text()))
                .containsExactly("we", "know", "that", "all", "things", "work");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    the “golden rule”                          | false
                    the word "grace"                           | false
                    what Paul calls "grace"                    | false
                    John 11:35 says, "Jesus wept."             | true
                    it reads: “Jesus wept”                     | true
                    the “fruit of the Spirit”                  | true
                    he says “…”                                | false
                    """)
    void areTermsWhenOfOneOrTwoWordsUnlessSomebodySaysThem(String text, boolean isQuotation) {
        assertThat(Quotations.in(text))
                .extracting(Quotation::isQuotation)
                .containsExactly(isQuotation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"“", "“ “ ”", "\"a ", "'a ", "s' ", "> ", "> Rom 8:28\n", "«", "\n", "\"'"})
    void endForAnyText(String piece) {
        assertThat(Quotations.in(piece.repeat(32_000 / piece.length()))).isNotNull();
    }
}
