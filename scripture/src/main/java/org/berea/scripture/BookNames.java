package org.berea.scripture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.berea.scripture.Token.Space;

/** Finds the names of books among tokens. */
final class BookNames {
    private static final NameTable NAMES = NameTable.read();
    private static final Set<String> WRITINGS = Set.of("epistle", "letter", "book", "general");
    private static final Set<String> LINKS =
            Set.of(
                    "of", "to", "the", "paul", "saint", "st", "apostle", "s", "from", "by", "'",
                    ".");
    private static final int LONGEST_LINK = 8;

    private BookNames() {}

    /** The one book that the whole of a text names. */
    static Optional<Book> single(String written) {
        Tokens tokens = Tokens.of(written);
        return at(tokens, 0)
                .filter(mention -> !mention.lacksNumber())
                .flatMap(mention -> whole(tokens, mention));
    }

    private static Optional<Book> whole(Tokens tokens, BookMention mention) {
        if (isEnd(tokens, mention.to())) {
            return Optional.of(mention.book());
        }
        boolean isLastPsalm =
                mention.book() == Book.PSALMS
                        && tokens.at(mention.to()).is("151")
                        && isEnd(tokens, mention.to() + 1);
        return isLastPsalm ? Optional.of(Book.PSALM_151) : Optional.empty();
    }

    /** The name that begins at this token, the longest there is. */
    static Optional<BookMention> at(Tokens tokens, int index) {
        Token token = tokens.at(index);
        if (!token.isWord() && !token.isNumber()) {
            return Optional.empty();
        }
        return codeWithDigit(tokens, index)
                .or(() -> numbered(tokens, index))
                .or(() -> named(tokens, index, 0));
    }

    private static boolean isEnd(Tokens tokens, int index) {
        return index == tokens.size() || (index == tokens.size() - 1 && tokens.at(index).is("."));
    }

    /** Two codes have a digit inside and fall apart into several tokens. */
    private static Optional<BookMention> codeWithDigit(Tokens tokens, int index) {
        Token first = tokens.at(index);
        Token digit = tokens.at(index + 1);
        if (!first.isUpper() || !digit.isNumber() || !digit.isGlued()) {
            return Optional.empty();
        }
        if (first.is("s") && digit.is("3") && tokens.at(index + 2).is("y")) {
            return Optional.of(code(Book.SONG_OF_THE_THREE_YOUNG_MEN, index, index + 3));
        }
        boolean isCode = first.is("ps") && digit.is("2") && isDottedPair(tokens, index + 2);
        return isCode ? Optional.of(code(Book.PSALM_151, index, index + 2)) : Optional.empty();
    }

    /** {@code PS2.1.3} is Psalm 151, {@code PS2.1} the second psalm in capitals. */
    private static boolean isDottedPair(Tokens tokens, int index) {
        return tokens.at(index).is(".")
                && tokens.at(index + 1).isNumber()
                && tokens.at(index + 2).is(".")
                && tokens.at(index + 3).isNumber()
                && tokens.at(index + 3).isGlued();
    }

    private static BookMention code(Book book, int from, int to) {
        return new BookMention(List.of(book), Plainness.PLAIN, true, from, to);
    }

    private static Optional<BookMention> numbered(Tokens tokens, int index) {
        int number = Ordinals.bookNumber(tokens.at(index));
        if (number == 0 || isVerse(tokens, index)) {
            return Optional.empty();
        }
        int next = index + (Ordinals.isSuffix(tokens.at(index), tokens.at(index + 1)) ? 2 : 1);
        boolean isMarked = tokens.at(next).is(".") || tokens.at(next).is("-");
        int name = afterWriting(tokens, isMarked ? next + 1 : next);
        return named(tokens, name, number)
                .filter(
                        mention ->
                                !isListItem(tokens, index, name)
                                        || !hasNumberlessBook(tokens, name))
                .map(mention -> mention.startingAt(index));
    }

    /** The number belongs to a reference before it: {@code 8:1 John}. */
    private static boolean isVerse(Tokens tokens, int index) {
        Token mark = tokens.at(index - 1);
        boolean isRange =
                mark.is("-")
                        && !tokens.at(index + 1).isGlued()
                        && tokens.at(index - 2).value() <= tokens.at(index).value();
        return tokens.at(index).isGlued()
                && (mark.is(":") || mark.is(".") || isRange)
                && tokens.at(index - 2).isNumber();
    }

    private static boolean isListItem(Tokens tokens, int index, int name) {
        return tokens.at(index).space() == Space.LINE
                && tokens.at(index).isNumber()
                && tokens.at(name - 1).is(".")
                && !tokens.at(name).isGlued();
    }

    /**
     * {@code 1. John 3:16} in a numbered list is the gospel, {@code 1. Peter} can only be the
     * letter.
     */
    private static boolean hasNumberlessBook(Tokens tokens, int name) {
        return named(tokens, name, 0).filter(mention -> !mention.lacksNumber()).isPresent();
    }

    /** Skips {@code epistle of Paul to the} between an ordinal and a name. */
    private static int afterWriting(Tokens tokens, int index) {
        if (!WRITINGS.contains(tokens.at(index).text())) {
            return index;
        }
        int next = index + 1;
        while (next < index + LONGEST_LINK && isLink(tokens.at(next))) {
            next++;
        }
        return next;
    }

    private static boolean isLink(Token token) {
        return LINKS.contains(token.text()) || WRITINGS.contains(token.text());
    }

    private static Optional<BookMention> named(Tokens tokens, int index, int number) {
        Optional<BookMention> longest = Optional.empty();
        StringBuilder form = new StringBuilder();
        int at = index;
        while (tokens.at(at).isWord()) {
            form.append(form.isEmpty() ? "" : " ").append(tokens.at(at).text());
            if (!NAMES.hasBeginning(form.toString())) {
                return longest;
            }
            at++;
            Optional<BookMention> longer = mention(tokens, form.toString(), number, index, at);
            longest = longer.isPresent() ? longer : longest;
            at = afterStop(tokens, at);
        }
        return longest;
    }

    /** {@code Song. of Sol.} */
    private static int afterStop(Tokens tokens, int at) {
        boolean inside =
                tokens.at(at).is(".") && tokens.at(at).isGlued() && tokens.at(at + 1).isWord();
        return inside ? at + 1 : at;
    }

    private static Optional<BookMention> mention(
            Tokens tokens, String form, int number, int from, int to) {
        Optional<NameTable.Name> name =
                number > 0 ? NAMES.numbered(form, number) : NAMES.alone(form);
        boolean capital = tokens.at(from).isCapital();
        return name.map(
                known -> new BookMention(known.books(), known.plainness(), capital, from, to));
    }
}
