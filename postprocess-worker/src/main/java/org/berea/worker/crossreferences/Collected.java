package org.berea.worker.crossreferences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;
import org.berea.worker.crossreferences.CrossReferences.Chapter;
import org.berea.worker.crossreferences.CrossReferences.Link;

/** Cross references while they are being read, by the chapter they start in. */
final class Collected {
    private record Start(Book book, int chapter) {}

    private record Pair(int verse, String to) {}

    private static final Comparator<Start> CANON =
            Comparator.comparing(Start::book).thenComparingInt(Start::chapter);
    private static final Comparator<Link> BY_VERSE_MOST_VOTED_FIRST =
            Comparator.comparingInt(Link::verse)
                    .thenComparing(Comparator.comparingInt(Link::votes).reversed())
                    .thenComparing(Link::to);

    private final Map<Start, List<Link>> chapters = new TreeMap<>(CANON);

    /** The same targets come again and again: one text each. */
    private final Map<VerseRange, String> wires = new HashMap<>();

    /** Returns how many its chapter has now. */
    int add(OsisVerse from, VerseRange to, int votes) {
        var links =
                chapters.computeIfAbsent(
                        new Start(from.book(), from.chapter()), _ -> new ArrayList<>());
        links.add(new Link(from.verse(), wires.computeIfAbsent(to, VerseRange::wire), votes));
        return links.size();
    }

    /** All of them, each pair once. */
    List<Chapter> chapters() {
        var all = new ArrayList<Chapter>();
        chapters.forEach(
                (start, links) ->
                        all.add(new Chapter(start.book(), start.chapter(), sorted(links))));
        return all;
    }

    /** Of a pair that is there twice, the more votes count. */
    private static List<Link> sorted(List<Link> links) {
        var seen = new HashSet<Pair>();
        return links.stream()
                .sorted(BY_VERSE_MOST_VOTED_FIRST)
                .filter(link -> seen.add(new Pair(link.verse(), link.to())))
                .toList();
    }
}
