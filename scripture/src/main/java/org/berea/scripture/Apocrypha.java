package org.berea.scripture;

import java.util.Optional;
import java.util.Set;

/**
 * Tells titles that only sound like books of the canon: {@code 3 Corinthians}, {@code Gospel of
 * Peter}.
 */
final class Apocrypha {
    private static final int MOST = 9;
    private static final Set<String> WRITINGS =
            Set.of("acts", "apocalypse", "revelation", "testament", "ascension", "assumption");
    private static final Set<Book> GOSPELS = Set.of(Book.MATTHEW, Book.MARK, Book.LUKE, Book.JOHN);

    private Apocrypha() {}

    /**
     * The title that the words before a book's name make of it, when the canon has no such book.
     */
    static Optional<String> title(Tokens tokens, BookMention mention) {
        return numbered(tokens, mention).or(() -> writing(tokens, mention));
    }

    private static Optional<String> numbered(Tokens tokens, BookMention mention) {
        int at = mention.from() - 1;
        if (Ordinals.isSuffix(tokens.at(at - 1), tokens.at(at))) {
            at--;
        }
        Token number = tokens.at(at);
        boolean isFamily = mention.lacksNumber() || mention.book() == Book.JOHN;
        boolean isNumber = number.isNumber() && number.value() <= MOST && number.value() > 0;
        return isFamily && isNumber && !isLabel(tokens, at)
                ? Optional.of(number.value() + " " + family(mention.book()))
                : Optional.empty();
    }

    /** {@code Day 4 John 3:16}, {@code 8:4 John}, a numbered line: the number is not the book's. */
    private static boolean isLabel(Tokens tokens, int at) {
        Token before = tokens.at(at - 1);
        return before.isWord() && before.isCapital()
                || tokens.at(at).isGlued()
                || tokens.at(at).space() == Token.Space.LINE && !tokens.at(at + 1).isWord();
    }

    private static String family(Book book) {
        return book == Book.JOHN ? "John" : book.title().substring(2);
    }

    private static Optional<String> writing(Tokens tokens, BookMention mention) {
        Token writing = tokens.at(mention.from() - 2);
        boolean isTitle =
                tokens.at(mention.from() - 1).is("of") && writing.isCapital() && writing.isWord();
        boolean isOther =
                writing.is("gospel") && mention.books().stream().noneMatch(GOSPELS::contains)
                        || WRITINGS.contains(writing.text());
        return isTitle && isOther
                ? Optional.of(title(writing.text()) + " of " + name(mention))
                : Optional.empty();
    }

    private static String name(BookMention mention) {
        return mention.lacksNumber() ? family(mention.book()) : mention.book().title();
    }

    private static String title(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
