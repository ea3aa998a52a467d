package org.berea.scripture;

import java.util.ArrayList;
import java.util.List;

/** Collects what was found, cut from the original text. */
final class Findings {
    private final String text;
    private final Tokens tokens;
    private final NamedBooks named;
    private final List<Found> found = new ArrayList<>();

    Findings(String text, Tokens tokens, NamedBooks named) {
        this.text = text;
        this.tokens = tokens;
        this.named = named;
    }

    List<Found> all() {
        return found;
    }

    void nonexistent(int from, int to, String reason) {
        found.add(new Found.Nonexistent(shown(from, to), start(from), end(from, to), reason));
    }

    void noBook(String title, int from, int to) {
        nonexistent(from, to, "no book of the canon is called " + title);
    }

    void unanchored(int from, int to) {
        found.add(new Found.Unanchored(shown(from, to), start(from), end(from, to)));
    }

    /**
     * Holds each place against the books; runs of real ones are one finding, every other is its
     * own.
     */
    void places(List<Book> books, List<Place> places, int from, int to, boolean byContext) {
        List<VerseRange> run = new ArrayList<>();
        int start = from;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            int end = i == places.size() - 1 ? to : place.to();
            List<VerseRange> ranges = ranges(books, place);
            if (ranges.isEmpty()) {
                resolved(run, start, i == 0 ? to : places.get(i - 1).to(), byContext);
                run.clear();
                nonexistent(
                        i == 0 ? from : place.from(), end, place.reasonAgainst(books.getFirst()));
            } else {
                start = run.isEmpty() && i > 0 ? place.from() : start;
                run.addAll(ranges);
            }
        }
        resolved(run, start, to, byContext);
    }

    /** A range across books, in parts. */
    void across(List<VerseRange> ranges, int from, int to) {
        resolved(ranges, from, to, false);
    }

    private static List<VerseRange> ranges(List<Book> books, Place place) {
        return books.stream().flatMap(book -> place.within(book).stream()).toList();
    }

    private void resolved(List<VerseRange> ranges, int from, int to, boolean byContext) {
        if (!ranges.isEmpty()) {
            ranges.forEach(named::read);
            found.add(
                    new Found.Resolved(
                            shown(from, to), start(from), end(from, to), ranges, byContext));
        }
    }

    private String shown(int from, int to) {
        return text.substring(start(from), end(from, to));
    }

    private int start(int token) {
        return tokens.at(token).start();
    }

    /** With the bracket that closes one inside. */
    private int end(int from, int to) {
        boolean isOpen = false;
        for (int i = from; i < to; i++) {
            isOpen = tokens.at(i).is("(") || isOpen && !tokens.at(i).is(")");
        }
        boolean closes = isOpen && tokens.at(to).is(")");
        return tokens.at(closes ? to : to - 1).end();
    }
}
