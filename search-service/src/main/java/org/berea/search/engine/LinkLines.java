package org.berea.search.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;

/** The cross references of a chapter as text, one a line, as engines store them. */
public final class LinkLines {
    private LinkLines() {}

    public static String write(List<CrossReference> links) {
        return links.stream()
                .map(link -> link.from() + " " + link.to() + " " + link.votes())
                .collect(Collectors.joining("\n"));
    }

    public static List<CrossReference> read(String lines) {
        return lines.lines().map(LinkLines::link).toList();
    }

    private static CrossReference link(String line) {
        String[] parts = line.split(" ", -1);
        return new CrossReference(parts[0], parts[1], Integer.parseInt(parts[2]));
    }
}
