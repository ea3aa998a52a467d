package org.berea.scripture;

import static org.berea.scripture.Testament.DEUTEROCANON;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads ranges that begin in one book and end in a later one: {@code Gen 50:26–Exod 1:5}. */
final class Crossing {
    private static final Set<String> THROUGH = Set.of("through", "thru", "until", "till");
    private static final String EM_DASHES = "—―⸺⸻";
    private static final int NONE = -1;

    private final String text;
    private final Tokens tokens;

    Crossing(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * A range across books.
     *
     * @param ranges the part of each book, in the order of the canon
     * @param mention of the last book
     * @param more what is written after the end of the range, in the last book
     * @param to index after the last token of the range
     */
    record Crossed(List<VerseRange> ranges, BookMention mention, List<Place> more, int to) {}

    /** The range that begins with the last of these places. */
    Optional<Crossed> from(BookMention mention, List<Place> places) {
        Place start = places.getLast();
        int at = afterLink(mention, start.to());
        return mention.lacksNumber() || at == NONE
                ? Optional.empty()
                : BookNames.at(tokens, at)
                        .filter(end -> isLater(mention.book(), end, start.to(), at))
                        .flatMap(end -> crossed(mention.book(), start, end));
    }

    private Optional<Crossed> crossed(Book book, Place start, BookMention end) {
        Gap gap = Gap.after(tokens, end);
        List<Place> places = BookPlaces.of(tokens, end, gap.to());
        if (places.isEmpty() || !Evidence.suffices(tokens, end, gap, places.getFirst())) {
            return Optional.empty();
        }
        Place stop = places.getFirst();
        List<Place> more = places.subList(1, places.size());
        return start.within(book)
                .flatMap(first -> stop.within(end.book()).map(last -> ranges(first, last)))
                .map(ranges -> new Crossed(ranges, end, more, stop.to()));
    }

    private static List<VerseRange> ranges(VerseRange start, VerseRange stop) {
        var ranges = new ArrayList<VerseRange>();
        ranges.add(new VerseRange(start.first(), wholeOf(start.book()).last()));
        between(start.book(), stop.book()).forEach(book -> ranges.add(wholeOf(book)));
        ranges.add(new VerseRange(wholeOf(stop.book()).first(), stop.last()));
        return ranges;
    }

    /** Between Malachi and Matthew most Bibles have nothing. */
    private static List<Book> between(Book first, Book last) {
        boolean isWide = first.testament() == DEUTEROCANON || last.testament() == DEUTEROCANON;
        return List.of(Book.values()).subList(first.ordinal() + 1, last.ordinal()).stream()
                .filter(book -> isWide || book.testament() != DEUTEROCANON)
                .toList();
    }

    private static VerseRange wholeOf(Book book) {
        int last = book.chapters();
        return VerseRange.of(book, 1, 1, last, book.verses(last));
    }

    /**
     * Whether the second book can end a range that begins in the first. Two books that are far
     * apart are rather compared than joined, unless it is written tightly or in words.
     */
    private boolean isLater(Book first, BookMention end, int from, int at) {
        if (end.lacksNumber() || first.compareTo(end.book()) >= 0) {
            return false;
        }
        boolean isInWords = !tokens.at(from).is("-");
        return isInWords || isTight(from, at) || between(first, end.book()).isEmpty();
    }

    private boolean isTight(int from, int at) {
        boolean isEmDash = EM_DASHES.indexOf(text.charAt(tokens.at(from).start())) >= 0;
        return at == from + 1 && tokens.at(from).isGlued() && tokens.at(at).isGlued() && !isEmDash;
    }

    /** Index after the dash or the word that makes it a range. */
    private int afterLink(BookMention mention, int at) {
        Token link = tokens.at(at);
        boolean isFromTo = link.is("to") && tokens.at(mention.from() - 1).is("from");
        if (isFromTo || THROUGH.contains(link.text())) {
            return at + 1;
        }
        int next = at;
        while (tokens.at(next).is("-") && tokens.at(next).space() != Token.Space.LINE) {
            next++;
        }
        return next == at ? NONE : next;
    }
}
