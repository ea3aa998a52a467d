package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonexistentReferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    Romans 17:1                                | !Romans has 16 chapters
                    Romans 8:99                                | !Romans 8 has 39 verses
                    Romans 8:28-45                             | !Romans 8 has 39 verses
                    Romans 8:28-17:1                           | !Romans has 16 chapters
                    Romans 8:0                                 | !Romans 8 has 39 verses
                    Romans 0:5                                 | !Romans has 16 chapters
                    Genesis 51                                 | !Genesis has 50 chapters
                    Psalm 152:1                                | !Psalms has 150 chapters
                    Romans 8:30-28                             | !its end comes before its beginning
                    Daniel 13:5                                | !Daniel has 12 chapters
                    Romans chapter seventeen, verse one        | !Romans has 16 chapters
                    Rom 8:28, 99; 9:1                          | ROM.8.28; !Romans 8 has 39 verses; ROM.9.1
                    Rom 99:1, 8:28                             | !Romans has 16 chapters; ROM.8.28
                    2 Hezekiah 3:16                            | !no book of the canon is called Hezekiah
                    Enoch 1:9                                  | !no book of the canon is called Enoch
                    3 Corinthians 1:2                          | !no book of the canon is called 3 Corinthians
                    the 4 John 1:1                             | !no book of the canon is called 4 John
                    the Gospel of Peter 3:5                    | !no book of the canon is called Gospel of Peter
                    """)
    void sayWhatTheCanonHas(String text, String expected) {
        assertThat(Told.in(text)).isEqualTo(expected);
    }

    @Test
    void standBesideTheRealOnesOfTheirListWithOffsetsOfTheirOwn() {
        String text = "See Rom 8:28, 99; 9:1.";

        List<Found> found = References.in(text);

        assertThat(found).extracting(Found::text).containsExactly("Rom 8:28", "99", "9:1");
        assertThat(found)
                .allSatisfy(
                        each ->
                                assertThat(text.substring(each.start(), each.end()))
                                        .isEqualTo(each.text()));
    }
}
