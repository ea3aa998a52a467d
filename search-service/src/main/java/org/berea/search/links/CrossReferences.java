package org.berea.search.links;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.canon.VerseNumbers;

/**
 * One import of cross references. Immutable; some 345,000 of them take about 6 MB.
 *
 * <p>They lie in arrays sorted by the verse they start from, the most voted first.
 */
public final class CrossReferences {
    private static final VerseNumbers VERSES = VerseNumbers.CANON;

    /** When none are loaded. */
    public static final CrossReferences NONE = new CrossReferences("", List.of());

    private final String source;

    /** By verse, where its references begin; those of the next verse follow. */
    private final int[] begin = new int[VERSES.size() + 1];

    private final int[] first;
    private final int[] last;
    private final int[] votes;
    private final int[] degree = new int[VERSES.size()];
    private final VerseGraph graph;

    private CrossReferences(String source, List<Reference> sorted) {
        this.source = source;
        this.graph = VerseGraph.of(sorted);
        this.first = sorted.stream().mapToInt(Reference::first).toArray();
        this.last = sorted.stream().mapToInt(Reference::last).toArray();
        this.votes = sorted.stream().mapToInt(Reference::votes).toArray();
        for (Reference each : sorted) {
            begin[each.from() + 1]++;
            degree[each.from()]++;
            for (int verse = each.first(); verse <= each.last(); verse++) {
                degree[verse]++;
            }
        }
        for (int verse = 0; verse < VERSES.size(); verse++) {
            begin[verse + 1] += begin[verse];
        }
    }

    /**
     * Those whose verses the versification has; others are left out.
     *
     * @param source who must be named wherever they are shown
     */
    public static CrossReferences of(String source, List<CrossReference> references) {
        var read = new ArrayList<Reference>(references.size());
        references.forEach(each -> Reference.read(each).ifPresent(read::add));
        read.sort(
                comparingInt(Reference::from)
                        .thenComparing(comparing(Reference::votes).reversed())
                        .thenComparing(Reference::first)
                        .thenComparing(Reference::last));
        return new CrossReferences(source, read);
    }

    /** Who must be named wherever they are shown; empty when none are loaded. */
    public String source() {
        return source;
    }

    public boolean isEmpty() {
        return first.length == 0;
    }

    /** How many there are. */
    public int size() {
        return first.length;
    }

    /** Where the references of a verse lead, the most voted first. */
    public List<Link> from(VerseRef verse) {
        int number = VERSES.of(verse);
        var links = new ArrayList<Link>(begin[number + 1] - begin[number]);
        for (int i = begin[number]; i < begin[number + 1]; i++) {
            var to = new VerseRange(VERSES.verse(first[i]), VERSES.verse(last[i]));
            links.add(new Link(to, votes[i]));
        }
        return links;
    }

    /** The same as a graph of single verses. */
    public VerseGraph graph() {
        return graph;
    }

    /** How many references start from the verse or lead to it: how central it is. */
    public int degree(VerseRef verse) {
        return degree[VERSES.of(verse)];
    }
}
