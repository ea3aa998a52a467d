package org.berea.search.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.SearchFilter;
import org.berea.scripture.Book;
import org.berea.scripture.Canon;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WantedBooksTest {
    @Test
    void areAllWithoutAFilter() {
        assertThat(WantedBooks.of(SearchFilter.NONE).areAll()).isTrue();
    }

    @Test
    void areTakenInAnyWrittenForm() {
        var books = wanted(List.of("1 Cor", "ROM", "Song of Songs", "I John", "2MA"), null, null);
        assertThat(books.books())
                .containsExactlyInAnyOrder(
                        Book.FIRST_CORINTHIANS,
                        Book.ROMANS,
                        Book.SONG_OF_SONGS,
                        Book.FIRST_JOHN,
                        Book.SECOND_MACCABEES);
        assertThat(books.areAll()).isFalse();
    }

    @Test
    void areThoseOfATestamentOrACanon() {
        assertThat(wanted(List.of(), "new", null).books()).hasSize(27).contains(Book.MATTHEW);
        assertThat(wanted(List.of(), "old", null).books()).hasSize(39).contains(Book.MALACHI);
        assertThat(wanted(List.of(), "deuterocanon", null).books())
                .contains(Book.TOBIT)
                .doesNotContain(Book.GENESIS, Book.MATTHEW);
        assertThat(wanted(List.of(), null, "catholic").books()).isEqualTo(Canon.CATHOLIC.books());
    }

    @Test
    void mustMeetEveryPartOfTheFilter() {
        assertThat(wanted(List.of("Tobit", "3 Macc"), "deuterocanon", "catholic").books())
                .containsExactly(Book.TOBIT);
    }

    @Test
    void areNoneRatherThanAllWhenTheFilterContradictsItself() {
        var none = wanted(List.of("Romans"), "old", null);
        assertThat(none.areNone()).isTrue();
        assertThat(none.areAll()).isFalse();
        assertThat(wanted(List.of(), "deuterocanon", "protestant").areNone()).isTrue();
    }

    @Test
    void namesWhatIsNoBookTestamentOrCanon() {
        assertThatThrownBy(() -> wanted(List.of("Hezekiah"), null, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("book: 'Hezekiah' (expected: the name or code of a book)");
        assertThatThrownBy(() -> wanted(List.of(), "middle", null))
                .hasMessage("testament: 'middle' (expected: one of old, deuterocanon, new)");
        assertThatThrownBy(() -> wanted(List.of(), null, "mine"))
                .hasMessage("canon: 'mine' (expected: one of protestant, catholic, orthodox)");
    }

    private static WantedBooks wanted(
            List<String> books, @Nullable String testament, @Nullable String canon) {
        return WantedBooks.of(new SearchFilter(books, testament, canon));
    }
}
