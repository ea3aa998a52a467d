package org.berea.scripture;

import java.util.List;
import java.util.Optional;
import org.berea.scripture.Crossing.Crossed;

/** Walks once over the tokens of a text and collects what refers to scripture. */
final class ReferenceScanner {
    private final Tokens tokens;
    private final NamedBooks named = new NamedBooks();
    private final Locator locator;
    private final Findings findings;
    private final Crossing crossing;

    ReferenceScanner(String text, Tokens tokens) {
        this.tokens = tokens;
        this.locator = new Locator(tokens, named);
        this.findings = new Findings(text, tokens, named);
        this.crossing = new Crossing(text, tokens);
    }

    /**
     * @param context verses spoken of before the text begins, the latest last
     */
    List<Found> scan(List<VerseRange> context) {
        context.forEach(named::read);
        int at = 0;
        while (at < tokens.size()) {
            int index = at;
            at = BookNames.at(tokens, index).map(this::read).orElseGet(() -> locate(index));
        }
        return findings.all();
    }

    /** The one range that the whole text means. */
    Optional<VerseRange> whole() {
        return BookNames.at(tokens, 0)
                .filter(mention -> !mention.lacksNumber())
                .flatMap(this::whole);
    }

    private Optional<VerseRange> whole(BookMention mention) {
        List<Place> places = BookPlaces.of(tokens, mention, Gap.after(tokens, mention).to());
        boolean isOne = places.size() == 1 && places.getFirst().to() == tokens.size();
        return isOne ? places.getFirst().within(mention.book()) : Optional.empty();
    }

    private int read(BookMention mention) {
        Gap gap = Gap.after(tokens, mention);
        List<Place> places = BookPlaces.of(tokens, mention, gap.to());
        if (places.isEmpty() || !Evidence.suffices(tokens, mention, gap, places.getFirst())) {
            named.mention(mention);
            return mention.to();
        }
        int to = places.getLast().to();
        if (Evidence.isAppointment(tokens, mention, gap, places.getFirst())) {
            return to;
        }
        Optional<String> foreign = Apocrypha.title(tokens, mention);
        if (foreign.isPresent()) {
            findings.noBook(foreign.get(), mention.from(), to);
            return to;
        }
        Optional<Crossed> crossed = crossing.from(mention, places);
        if (crossed.isPresent()) {
            return cross(mention, places, crossed.get());
        }
        findings.places(mention.books(), places, mention.from(), to, false);
        return to;
    }

    private int cross(BookMention mention, List<Place> places, Crossed crossed) {
        int from = mention.from();
        if (places.size() > 1) {
            List<Place> before = places.subList(0, places.size() - 1);
            findings.places(mention.books(), before, from, before.getLast().to(), false);
            from = places.getLast().from();
        }
        findings.across(crossed.ranges(), from, crossed.to());
        List<Place> more = crossed.more();
        if (more.isEmpty()) {
            return crossed.to();
        }
        int to = more.getLast().to();
        findings.places(crossed.mention().books(), more, more.getFirst().from(), to, false);
        return to;
    }

    /** Reads a chapter or verses without a book before them. */
    private int locate(int index) {
        Optional<Located> located = locator.at(index);
        located.ifPresent(this::report);
        return located.map(Located::to).orElse(index + 1);
    }

    private void report(Located located) {
        switch (located) {
            case Located.InBook(var books, var places, var from, var to, var byContext) ->
                    findings.places(books, places, from, to, byContext);
            case Located.NoBook(var title, var from, var to) -> findings.noBook(title, from, to);
            case Located.Nowhere(var from, var to) -> findings.unanchored(from, to);
        }
    }
}
