package org.berea.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.SearchFilter;
import org.berea.contracts.search.SearchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class SearchParametersTest {
    @Test
    void aQuestionAloneIsEnough() {
        assertThat(read("q=love"))
                .isEqualTo(
                        new SearchRequest(
                                "love", null, List.of(), SearchFilter.NONE, 1, 10, false));
    }

    @Test
    void readsAllThatCanBeWished() {
        assertThat(
                        read(
                                "q=Who is it?&translation=WEB,KJV&book=1 Cor, ROM&book=Gen"
                                        + "&testament=new&canon=protestant&limit=100&context=0"
                                        + "&notes=true"))
                .isEqualTo(
                        new SearchRequest(
                                "Who is it?",
                                null,
                                List.of("WEB", "KJV"),
                                new SearchFilter(
                                        List.of("1 Cor", "ROM", "Gen"), "new", "protestant"),
                                0,
                                100,
                                true));
    }

    @Test
    void namesEachTranslationOnce() {
        assertThat(read("q=love&translation=WEB,WEB&translation=WEB").translations())
                .containsExactly("WEB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    limit=1            | q: missing (expected: a value)
                    q=                 | q: '' (expected: at least one visible character)
                    q=a&q=b            | q: 2 values (expected: one)
                    q=a&limit=0        | limit: '0' (expected: 1 to 100)
                    q=a&limit=101      | limit: '101' (expected: 1 to 100)
                    q=a&limit=ten      | limit: 'ten' (expected: a whole number)
                    q=a&limit=         | limit: '' (expected: at least one visible character)
                    q=a&context=6      | context: '6' (expected: 0 to 5)
                    q=a&context=-1     | context: '-1' (expected: 0 to 5)
                    q=a&notes=yes      | notes: 'yes' (expected: true or false)
                    q=a&book=Rom,,Gen  | book: '' (expected: at least one visible character)
                    q=a&translation=   | translation: '' (expected: at least one visible character)
                    q=a&canon=a&canon=b | canon: 2 values (expected: one)
                    """)
    void namesWhatIsWrong(String query, String message) {
        assertThatThrownBy(() -> read(query))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatItDoesNotKnowRatherThanIgnoreIt() {
        assertThatThrownBy(() -> read("q=love&books=Romans"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "books: unknown parameter (expected: one of book, canon, context, limit, "
                                + "notes, q, testament, translation)");
    }

    @Test
    void refusesALongerQuestionThanItCanRead() {
        assertThat(read("q=" + "a".repeat(8_000)).query()).hasSize(8_000);
        assertThatThrownBy(() -> read("q=" + "a".repeat(8_001)))
                .hasMessage("q: 8001 characters (expected: at most 8000)");
    }

    private static SearchRequest read(String query) {
        var given = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        return SearchParameters.of(new LinkedMultiValueMap<>(given)).with(Optional.empty());
    }
}
