package org.berea.search.canon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.berea.scripture.Book;
import org.junit.jupiter.api.Test;

class VerseNumbersTest {
    @Test
    void tellAllVersesOfTheCanonApart() {
        var verses = Arrays.stream(Book.values()).flatMap(it -> it.allVerses().stream()).toList();
        VerseNumbers numbers = VerseNumbers.CANON;
        assertThat(numbers.size()).isEqualTo(verses.size());
        assertThat(verses).allMatch(it -> numbers.verse(numbers.of(it)).equals(it));
    }
}
