package org.berea.inference.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.Passages.BOTH;
import static org.berea.inference.safeguards.Verdict.Check.LENGTH;
import static org.berea.inference.safeguards.Verdict.Check.NO_CITATION_WITHOUT_CONTEXT;
import static org.berea.inference.safeguards.Verdict.Check.QUOTATION_MATCHES;
import static org.berea.inference.safeguards.Verdict.Check.REFERENCE_EXISTS;
import static org.berea.inference.safeguards.Verdict.Check.REFERENCE_RETRIEVED;

import java.util.List;
import org.berea.contracts.completion.Citation;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Verse;
import org.berea.inference.Passages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentenceCheckTest {
    private final SentenceCheck check = new SentenceCheck(BOTH, "What is said of love?");

    @Test
    void tellsForEachReferenceWhichVersesAndWhichPassageItMeans() {
        assertThat(check.check("", "So Romans 8:28 and 1 Cor. 13:4-5 agree (cf. Rom 8:27, 29)."))
                .isEqualTo(
                        new Verdict.Passed(
                                List.of(
                                        new Citation("Romans 8:28", "ROM.8.28", 0),
                                        new Citation("1 Cor. 13:4-5", "1CO.13.4-5", 1),
                                        new Citation("Rom 8:27, 29", "ROM.8.27", 0),
                                        new Citation("Rom 8:27, 29", "ROM.8.29", 0))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Love is patient, says 1 Corinthians 13:4.",
                "“Love is patient” (1 Cor. 13:4).",
                "“Love is patient.” (1 Corinthians 13:4)",
                "“love IS patient — love is kind” (1 Cor. 13:4).",
                "“Love is patient … it does not envy” (1 Cor. 13:4).",
                "“it does not envy. It is not rude” (1 Cor. 13:4-5).",
                "“in everything God works” stands there without a reference.",
                "'in everything God works' (Romans 8:28).",
                "The “golden rule” and “grace” are only terms.",
                "Romans 8 as a whole is about the Spirit.",
                "Plain prose without any reference.",
            })
    void letsTrueSentencesPass(String sentence) {
        assertThat(check.check("", sentence)).isInstanceOf(Verdict.Passed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It says so in Romans 8:99.",
                "It says so in Romans 17.",
                "Hezekiah 3:16 says so.",
                "As verse 99 says.",
                "It is in 8:28.",
                "Rom\u200bans 8\u200b:\u200b99 says so.",
                "Ro\u00admans 8:99 says so.",
                "Ｒｏｍａｎｓ ８：９９ says so.",
                "R o m a n s 8:99 says so.",
                "Romans chapter eight, verse ninety-nine says so.",
                "Rom 8 v 99 says so.",
                "ROM.8.99 says so.",
                "See [this](https://example.org/?q=Romans+8:99).",
                "**Romans** *8:99* says so.",
                "The ninety-ninth verse of Romans 8 says so.",
                "Romans VIII. 99 says so.",
            })
    void holdsBackReferencesThatDoNotExistHoweverTheyAreWritten(String sentence) {
        assertThat(check.check("", sentence)).isEqualTo(new Verdict.Failed(REFERENCE_EXISTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It says so in Romans 8:30.",
                "It says so in Romans 8:28-31.",
                "It says so in John 3:16.",
                "It says so in John 3.",
                "It says so in Rom 8:28 and in Jn 3:16.",
                "John chapter three, verse sixteen says so.",
                "Ｊｏｈｎ ３：１６ says so.",
                "It says so in Tobit 3:4.",
            })
    void holdsBackReferencesThatWereNotRetrieved(String sentence) {
        assertThat(check.check("", sentence)).isEqualTo(new Verdict.Failed(REFERENCE_RETRIEVED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“Love is cruel” (1 Corinthians 13:4) and “love is patient”.",
                "“Love is very patient” (1 Cor. 13:4).",
                "“Love patient” and “love is patient kind” (1 Cor. 13:4).",
                "\"And we know that in everything God fails\" (Romans 8:28).",
                "\"in everything God works for good\" (Romans 8:28).",
                "'And we know that in nothing God works' (Romans 8:28).",
                "«in nothing God works» (Romans 8:28).",
                "「in nothing God works」 (Romans 8:28).",
                "> in nothing God works\n— Romans 8:28",
                "“in nothing God works (Romans 8:28).",
                "“in everything God works” (Romans 8:29).",
                "“Love is patient” (Romans 8:28).",
                "“Love is patient. Love is cruel.” (1 Corinthians 13:4)",
                "“in everything [evil] God works” (Romans 8:28).",
                "“what the Spirit intends. For those he knew” (Romans 8:27 and 8:29).",
                "“love is kind … love is patient” (1 Cor. 13:4).",
                "Paul says, “God fails” (Romans 8:28).",
            })
    void holdsBackQuotationsThatAreNotTheWordsOfTheVerse(String sentence) {
        assertThat(check.check("", sentence)).isEqualTo(new Verdict.Failed(QUOTATION_MATCHES));
    }

    @Test
    void understandsAVerseOfTheBookThatWasNamedBefore() {
        assertThat(check.check("Romans 8 is read here. ", "Then verse 28 follows."))
                .isEqualTo(new Verdict.Passed(List.of(new Citation("verse 28", "ROM.8.28", 0))));
        assertThat(check.check("Romans 8 is read here. ", "Then verse 99 follows."))
                .isEqualTo(new Verdict.Failed(REFERENCE_EXISTS));
        assertThat(check.check("Romans 8 is read here. ", "Then verse 30 follows."))
                .isEqualTo(new Verdict.Failed(REFERENCE_RETRIEVED));
    }

    @Test
    void seesAReferenceThatTheSentenceOnlyEnds() {
        assertThat(check.check("This is in Rom. ", "VIII. 99 as well."))
                .isEqualTo(new Verdict.Failed(REFERENCE_EXISTS));
    }

    @Test
    void allowsNeitherReferenceNorQuotationWithoutPassages() {
        var without = new SentenceCheck(List.of(), "What is said of love?");
        for (String sentence :
                List.of(
                        "It says so in Romans 8:28.",
                        "It says so in Romans 8:99.",
                        "As verse 5 says.",
                        "It is written: “love is patient and kind”.")) {
            assertThat(without.check("", sentence))
                    .isEqualTo(new Verdict.Failed(NO_CITATION_WITHOUT_CONTEXT));
        }
        assertThat(without.check("", "Love is said to be “patient”."))
                .isEqualTo(new Verdict.Passed(List.of()));
    }

    @Test
    void acceptsARangeWhoseVersesLieInTwoPassages() {
        var split =
                new SentenceCheck(
                        List.of(
                                Passages.passage(Passage.Reason.VECTOR, Passages.ROM_8_27),
                                Passages.passage(Passage.Reason.VECTOR, Passages.ROM_8_28)),
                        "What is said of love?");
        assertThat(split.check("", "So Romans 8:27-28 says."))
                .isEqualTo(
                        new Verdict.Passed(
                                List.of(new Citation("Romans 8:27-28", "ROM.8.27-28", 0))));
    }

    @Test
    void refusesWhatIsTooLongToBeASentence() {
        assertThat(check.check("", "a ".repeat(2_001))).isEqualTo(new Verdict.Failed(LENGTH));
    }

    @Test
    void aVerseOfTheChapterThatWasAskedAboutNeedsNotNameItAgain() {
        var asked = new SentenceCheck(BOTH, "What does Romans 8:28 mean?");

        assertThat(asked.check("", "Verse 28 speaks of purpose."))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(check.check("", "Verse 28 speaks of purpose."))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void textThatShowsOtherThanItIsNeverLeaves() {
        for (String hidden : List.of("\u202E", "\u2066", "\u001B[31m", "\u0007")) {
            assertThat(check.check("", "God is " + hidden + "good."))
                    .isEqualTo(new Verdict.Failed(Verdict.Check.CHARACTERS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "So says Romans 8:28.",
                "So says Romans 8:29.",
                "So say Romans 8:28-29.",
                "So say Romans 8:27-29.",
                "“God works for the good” (Romans 8:28).",
                "“marked out beforehand” (Romans 8:29).",
                "“knows what the Spirit intends. God works for the good” (Romans 8:27-28).",
                "“beforehand. Who is against us?” (Romans 8:29-30).",
            })
    void eachOfTheVersesThatArePrintedAsOneMayBeCited(String sentence) {
        assertThat(bridged().check("", sentence)).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void holdsBackWhatLiesBeyondTheVersesThatArePrintedAsOne() {
        assertThat(bridged().check("", "So says Romans 8:31."))
                .isEqualTo(new Verdict.Failed(REFERENCE_RETRIEVED));
        assertThat(bridged().check("", "“God works for the bad” (Romans 8:29)."))
                .isEqualTo(new Verdict.Failed(QUOTATION_MATCHES));
        assertThat(bridged().check("", "“God works for the good” (Romans 8:27)."))
                .isEqualTo(new Verdict.Failed(QUOTATION_MATCHES));
    }

    private static SentenceCheck bridged() {
        var passage =
                Passages.passage(
                        Passage.Reason.VECTOR,
                        Passages.ROM_8_27,
                        Passages.ROM_8_28_29,
                        new Verse("ROM.8.30", "Who is against us?"));
        return new SentenceCheck(List.of(passage), "What is said of love?");
    }
}
