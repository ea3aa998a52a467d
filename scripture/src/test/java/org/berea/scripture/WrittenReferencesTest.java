package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways people write references, and the prose that only looks like it. */
class WrittenReferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    Rom 8:28                                   | ROM.8.28
                    1 Cor. 13:4–7                              | 1CO.13.4-7
                    Jn 3.16                                    | JHN.3.16
                    I John 4:8                                 | 1JN.4.8
                    1st John 1:9 and Third John 4              | 1JN.1.9; 3JN.1.4
                    Ps 23                                      | PSA.23.1-6
                    Song of Songs 2:1                          | SNG.2.1
                    Rom.8.28 and ROM 8:28 and ROM.8.28-29      | ROM.8.28; ROM.8.28; ROM.8.28-29
                    John.1.1-John.1.3                          | JHN.1.1-3
                    1Chr.1.11-1Chr.1.12                        | 1CH.1.11-12
                    2Tim3:16 and II Tim. iii. 16               | 2TI.3.16; 2TI.3.16
                    romans 8:28, gal 5:22 and act 2:38         | ROM.8.28; GAL.5.22; ACT.2.38
                    Is 53:5, Am 3:7 and He 11:1                | ISA.53.5; AMO.3.7; HEB.11.1
                    Corinthians 13:4                           | 1CO.13.4 2CO.13.4
                    Corinthians 14:40                          | 1CO.14.40
                    First Epistle of Paul to the Corinthians 13:4 | 1CO.13.4
                    Paul's first letter to the Corinthians, chapter 13 | 1CO.13.1-13
                    John's Gospel 3:16, the Gospel of John, 3:16 | JHN.3.16; JHN.3.16
                    the book of Romans (8:28)                  | ROM.8.28
                    Song 2:1, Cant. 2:1, Wisdom 3:1, Bel 1:3   | SNG.2.1; SNG.2.1; WIS.3.1; BEL.1.3
                    Psalm 151:3 and PS2.1.3 and S3Y.1.4        | PS2.1.3; PS2.1.3; S3Y.1.4
                    Rom. 8,28 and Joh 3,16 and Mt 5,3-12       | ROM.8.28; JHN.3.16; MAT.5.3-12
                    Rom 8,9 and Ps 23,24 and Rom 8, 10         | ROM.8.1-39 ROM.9.1-33; PSA.23.1-6 PSA.24.1-10; ROM.8.1-39 ROM.10.1-21
                    Rom 8:28/30                                | ROM.8.28 ROM.8.30
                    John 3:16KJV                               | JHN.3.16
                    """)
    void areRead(String text, String expected) {
        assertThat(Told.in(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    Rom 8:28, 30; 9:1                          | ROM.8.28 ROM.8.30 ROM.9.1
                    Rom 8:39-9:2                               | ROM.8.39-9.2
                    Gen 1:1-2:3                                | GEN.1.1-2.3
                    Genesis 1-2, Matt 5-7                      | GEN.1.1-2.25; MAT.5.1-7.29
                    Colossians 4:18-2 Thess 1:1                | COL.4.18 1TH.1.1-5.28 2TH.1.1
                    Zech 14:21-Matt 1:1                        | ZEC.14.21 MAL.1.1-4.6 MAT.1.1
                    Psalm 119:105-6                            | PSA.119.105-106
                    Psalm 119:1-8,105                          | PSA.119.1-8 PSA.119.105
                    Romans 8:28–Romans 9:2                     | ROM.8.28-9.2
                    Genesis 1:1–Exodus 2:3                     | GEN.1.1-50.26 EXO.1.1-2.3
                    Romans 8:28 through 30 and 32              | ROM.8.28-30 ROM.8.32
                    Romans 8:28, and verse 30                  | ROM.8.28 ROM.8.30
                    Romans 8 and 9                             | ROM.8.1-39 ROM.9.1-33
                    Rom 8:28ff and 8:28f. and 8:28b            | ROM.8.28-39 ROM.8.28-29 ROM.8.28
                    Matthew 5:3–12; 6:9–13; 7                  | MAT.5.3-12 MAT.6.9-13 MAT.7.1-29
                    Romans 8:28, 1 John 4:8; 2 Cor 5:17        | ROM.8.28; 1JN.4.8; 2CO.5.17
                    Exodus 20:1-17 & Deut 5:6-21               | EXO.20.1-17; DEU.5.6-21
                    (Isa 53:5; cf. Rom 5:8; 1 Pet 2:24)        | ISA.53.5; ROM.5.8; 1PE.2.24
                    Romans 8:28—3 truths                       | ROM.8.28
                    Romans 8:28, 30 years later                | ROM.8.28
                    """)
    void areReadInRangesAndLists(String text, String expected) {
        assertThat(Told.in(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    Jude 3                                     | JUD.1.3
                    Jude 1:3, Jude 3-5, 8                      | JUD.1.3; JUD.1.3-5 JUD.1.8
                    Jude verse 4 and Jude chapter 1            | JUD.1.4; JUD.1.1-25
                    Philem. 6 and 2 John 6                     | PHM.1.6; 2JN.1.6
                    Jude 26                                    | !Jude has 25 verses
                    Jude 2:3                                   | !Jude has one chapter
                    """)
    void areVersesInBooksOfOneChapter(String text, String expected) {
        assertThat(Told.in(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    Read Acts 2 tonight. Explain Job 38.       | ACT.2.1-47; JOB.38.1-41
                    Mark 10 tells of a rich man                | MRK.10.1-52
                    what happens in acts 2?                    | ACT.2.1-47
                    John 3 is famous                           | JHN.3.1-36
                    job 3:16 and mark 10:45                    | JOB.3.16; MRK.10.45
                    acts chapter 2                             | ACT.2.1-47
                    Day 4 John 3:16                            | JHN.3.16
                    """)
    void mayBeOrdinaryWordsWhereTheNeighbourhoodFits(String text, String expected) {
        assertThat(Told.in(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is 5",
                "am 3",
                "mark 10 items",
                "Mark 10 items",
                "the acts 2 people did",
                "job 3",
                "he numbers 5",
                "John 3 times denied",
                "the Romans 3 legions",
                "to the Romans. 8 people came",
                "numbers 5 and 6 add up",
                "the song 3 people sang",
                "James 5 years ago",
                "in mark 10 people",
                "the Hebrews 3 men",
                "In Romans 2000 years ago",
                "John XXIII",
                "Romans I love",
                "The judges 2 gave",
                "we met at 8:28 am",
                "Sunday 10:30",
                "at 10:15 p.m.",
                "a ratio of 3:1",
                "odds 3:1",
                "10:15:30",
                "Python 3.12 and version 8.28",
                "chapter 3 of this study",
                "he has 2 kings 3 times",
                "Romans",
                "The first revelation 5",
                "5 vs 6",
                "Roe v. 3",
                "No 5, so 3, ex 4",
                "1 John",
                "",
                "8",
                "—"
            })
    void areNotOrdinaryProse(String text) {
        assertThat(References.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    1. John 3:16\\n2. Romans 8:28\\n3. Peter said | JHN.3.16; ROM.8.28
                    Romans 8:28\\n- 30 people came              | ROM.8.28
                    Romans 8:28,\\n2. Something else            | ROM.8.28
                    The Romans\\n1. Paul                        |
                    Romans\\n8:28                               | ROM.8.28
                    """)
    void areToldFromNumberedLines(String text, String expected) {
        assertThat(Told.in(text.replace("\\n", "\n"))).isEqualTo(expected == null ? "" : expected);
    }
}
