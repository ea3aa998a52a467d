package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonTest {
    @ParameterizedTest
    @CsvSource({"PROTESTANT, 66", "CATHOLIC, 79", "ORTHODOX, 85"})
    void hasSoManyBooks(Canon canon, int books) {
        assertThat(canon.books()).hasSize(books);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSixtySixThatAllHave(Canon canon) {
        assertThat(canon.books())
                .containsAll(Canon.PROTESTANT.books())
                .contains(Book.ESTHER, Book.DANIEL, Book.REVELATION);
    }

    @Test
    void leavesTheDeuterocanonToTheWiderOnes() {
        assertThat(Canon.PROTESTANT.books())
                .noneMatch(book -> book.testament() == Testament.DEUTEROCANON);
        assertThat(codesBeyond(Canon.PROTESTANT, Canon.CATHOLIC))
                .isEqualTo("TOB JDT ESG WIS SIR BAR LJE 1MA 2MA DAG S3Y SUS BEL");
        assertThat(codesBeyond(Canon.CATHOLIC, Canon.ORTHODOX))
                .isEqualTo("1ES MAN PS2 3MA 2ES 4MA");
    }

    /** Every printed book is scripture to some: a filter by canon can always find it. */
    @Test
    void leavesNoBookOut() {
        assertThat(Canon.ORTHODOX.books()).containsExactlyInAnyOrder(Book.values());
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsLabel(Canon canon) {
        assertThat(Canon.of(canon.label())).contains(canon);
    }

    @ParameterizedTest
    @EnumSource
    void hasTestamentsWithLabelsToo(Testament part) {
        assertThat(Testament.of(part.label())).contains(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Catholic", "anglican", " orthodox"})
    void isNotFoundByAnythingElse(String label) {
        assertThat(Canon.of(label)).isEmpty();
        assertThat(Testament.of(label)).isEmpty();
    }

    private static String codesBeyond(Canon narrow, Canon wide) {
        return wide.books().stream()
                .filter(book -> !narrow.books().contains(book))
                .map(Book::code)
                .collect(Collectors.joining(" "));
    }
}
