package org.berea.search.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.scripture.Book;
import org.berea.scripture.Found;
import org.berea.scripture.References;
import org.berea.scripture.VerseRange;

/** The verses that the end of an address names, in whatever form people write them. */
final class ReferenceParameter {
    private static final String NAME = "ref";
    private static final int MOST_VERSES = 200;

    private ReferenceParameter() {}

    /**
     * @throws InvalidValueException when it is no reference or names too many verses
     * @throws ProblemException {@code not-found}, saying why, when there are no such verses
     */
    static VerseRange read(String written) {
        VerseRange verses =
                References.parse(written)
                        .or(() -> wholeBook(written))
                        .orElseThrow(() -> refusal(written));
        if (verses.size() > MOST_VERSES) {
            throw InvalidValueException.of(
                    NAME,
                    written,
                    "at most %d verses; these are %d".formatted(MOST_VERSES, verses.size()));
        }
        return verses;
    }

    private static Optional<VerseRange> wholeBook(String written) {
        return Book.named(written)
                .map(Book::allVerses)
                .map(verses -> new VerseRange(verses.getFirst(), verses.getLast()));
    }

    private static RuntimeException refusal(String written) {
        return References.in(written).stream()
                .flatMap(ReferenceParameter::reason)
                .findFirst()
                .<RuntimeException>map(ReferenceParameter::notFound)
                .orElseGet(
                        () ->
                                InvalidValueException.of(
                                        NAME, written, "one reference, such as Romans 8:28"));
    }

    private static Stream<String> reason(Found found) {
        return switch (found) {
            case Found.Nonexistent(_, _, _, var reason) -> Stream.of(reason);
            case Found.Resolved _, Found.Unanchored _ -> Stream.empty();
        };
    }

    private static ProblemException notFound(String reason) {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, reason).withField(NAME));
    }
}
