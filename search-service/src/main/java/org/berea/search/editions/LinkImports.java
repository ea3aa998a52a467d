package org.berea.search.editions;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.berea.contracts.event.CrossReferencesImported;

/**
 * All imports of cross references in the index. Immutable.
 *
 * <p>The newest that is whole serves; what is older than it is superseded for ever.
 */
public record LinkImports(List<LinkImport> imports) {
    public static final LinkImports NONE = new LinkImports(List.of());

    public LinkImports {
        imports = List.copyOf(imports);
    }

    /** Empty until a first import is whole. */
    public Optional<LinkImport> serving() {
        return imports.stream().filter(LinkImport::isWhole).max(comparing(LinkImport::importId));
    }

    /** Whether the import still matters; false when a newer one serves. */
    public boolean accepts(String importId) {
        return serving().map(now -> importId.compareTo(now.importId()) >= 0).orElse(true);
    }

    /** Whether the event's references are in the index already. */
    public boolean has(CrossReferencesImported event) {
        return progress(event).has(event.sequence());
    }

    /**
     * With the references of one more chapter, of which so many were stored.
     *
     * @throws org.berea.contracts.InvalidValueException when it contradicts its import
     */
    public LinkImports with(CrossReferencesImported event, int references) {
        var next = new ArrayList<>(imports);
        next.removeIf(each -> each.importId().equals(event.importId()));
        next.add(progress(event).with(event.sequence(), references));
        return current(next);
    }

    /**
     * What two have seen that index the same events into one store. Whatever the order, and however
     * often, it comes to the same and never goes back.
     */
    public LinkImports union(LinkImports other) {
        var all = new TreeMap<String, LinkImport>();
        Stream.concat(imports.stream(), other.imports.stream())
                .forEach(each -> all.merge(each.importId(), each, LinkImport::union));
        return current(List.copyOf(all.values()));
    }

    /** The imports that are no longer in the later state. */
    public Set<String> droppedBy(LinkImports later) {
        Set<String> kept = later.ids();
        return ids().stream().filter(id -> !kept.contains(id)).collect(Collectors.toSet());
    }

    /** Every import that is known. */
    public Set<String> ids() {
        return imports.stream().map(LinkImport::importId).collect(Collectors.toSet());
    }

    private static LinkImports current(List<LinkImport> all) {
        var grown = new LinkImports(all);
        return new LinkImports(
                all.stream()
                        .filter(each -> grown.accepts(each.importId()))
                        .sorted(comparing(LinkImport::importId))
                        .toList());
    }

    private LinkImport progress(CrossReferencesImported event) {
        return imports.stream()
                .filter(each -> each.importId().equals(event.importId()))
                .findFirst()
                .map(each -> each.checkTotal(event.total()))
                .orElseGet(() -> LinkImport.start(event.importId(), event.source(), event.total()));
    }
}
