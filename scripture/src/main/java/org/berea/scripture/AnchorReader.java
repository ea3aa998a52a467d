package org.berea.scripture;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a chapter or verses are said to be of: {@code of chapter 8 of Romans}, {@code
 * (Romans)}.
 */
final class AnchorReader {
    private static final Set<String> OF = Set.of("of", "in", "from");
    private static final Set<String> LINKS =
            Set.of(
                    "the",
                    "book",
                    "gospel",
                    "epistle",
                    "letter",
                    "to",
                    "of",
                    "according",
                    "paul",
                    "s",
                    "'",
                    "saint",
                    "st",
                    "his");
    private static final int LONGEST_LINK = 7;

    private final Tokens tokens;
    private final NamedBooks named;

    AnchorReader(Tokens tokens, NamedBooks named) {
        this.tokens = tokens;
        this.named = named;
    }

    /**
     * A book, perhaps with a chapter.
     *
     * @param chapter 0 when only the book is named
     */
    record Anchor(List<Book> books, int chapter, int to) {
        boolean hasChapter() {
            return chapter > 0;
        }
    }

    Optional<Anchor> at(int index) {
        if (tokens.at(index).is("(")) {
            return BookNames.at(tokens, index + 1)
                    .filter(mention -> tokens.at(mention.to()).is(")"))
                    .map(mention -> new Anchor(mention.books(), 0, mention.to()));
        }
        int of = tokens.at(index).is(",") ? index + 1 : index;
        if (!OF.contains(tokens.at(of).text())) {
            return Optional.empty();
        }
        int at = tokens.at(of + 1).is("the") ? of + 2 : of + 1;
        return chapter(at).or(() -> book(at));
    }

    /** {@code chapter 8}, {@code eighth chapter}, each with or without its book. */
    private Optional<Anchor> chapter(int at) {
        boolean before = Neighbourhood.isChapterWord(tokens.at(at));
        return Numerals.at(tokens, before ? at + 1 : at)
                .filter(number -> before || Neighbourhood.isChapterWord(tokens.at(number.to())))
                .flatMap(number -> chapter(number.value(), before ? number.to() : number.to() + 1));
    }

    private Optional<Anchor> chapter(int chapter, int to) {
        Optional<Anchor> book = OF.contains(tokens.at(to).text()) ? book(to + 1) : Optional.empty();
        return book.map(anchor -> new Anchor(anchor.books(), chapter, anchor.to()))
                .or(() -> named.likeliest().map(last -> new Anchor(List.of(last), chapter, to)));
    }

    private Optional<Anchor> book(int index) {
        int at = index;
        while (at < index + LONGEST_LINK) {
            Optional<BookMention> mention = BookNames.at(tokens, at);
            if (mention.isPresent()) {
                return mention.filter(this::isName).map(this::anchor);
            }
            if (!LINKS.contains(tokens.at(at).text())) {
                return Optional.empty();
            }
            at++;
        }
        return Optional.empty();
    }

    private boolean isName(BookMention mention) {
        return mention.plainness() != Plainness.SHORT
                && (mention.isCapital() || mention.plainness() != Plainness.WORD);
    }

    /** {@code Romans 8}, {@code Romans, ch. 8}. */
    private int afterChapterWord(int index) {
        int word = tokens.at(index).is(",") ? index + 1 : index;
        if (!Neighbourhood.isChapterWord(tokens.at(word))) {
            return index;
        }
        return tokens.at(word + 1).is(".") ? word + 2 : word + 1;
    }

    private Anchor anchor(BookMention mention) {
        int single = mention.book().isSingleChapter() ? 1 : 0;
        return Numerals.at(tokens, afterChapterWord(mention.to()))
                .filter(chapter -> single == 0)
                .filter(chapter -> new Pairing(tokens, mention.book()).verseOf(chapter) < 0)
                .map(chapter -> new Anchor(mention.books(), chapter.value(), chapter.to()))
                .orElse(new Anchor(mention.books(), single, mention.to()));
    }
}
