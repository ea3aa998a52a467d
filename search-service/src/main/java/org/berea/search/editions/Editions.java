package org.berea.search.editions;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.VectorBatch;

/**
 * All imports in the index. Immutable.
 *
 * <p>Of one translation the newest import that is complete, text and vectors, serves; until one is,
 * the newest whose text is whole. So a first import is searchable early, and a replacement takes
 * over only when nothing is lost by it. What is older than the serving import is superseded for
 * ever: the serving import never goes back in time, however late or often old events arrive.
 */
public record Editions(List<Progress> imports) {
    public static final Editions NONE = new Editions(List.of());

    public Editions {
        imports = List.copyOf(imports);
    }

    /** The serving import of each translation that can be searched, sorted by code. */
    public List<Edition> serving() {
        return imports.stream()
                .map(progress -> progress.key().translation())
                .distinct()
                .sorted()
                .flatMap(code -> serving(code).stream())
                .map(Progress::edition)
                .toList();
    }

    /** Whether the import still matters; false when a newer one serves. */
    public boolean accepts(EditionKey key) {
        return serving(key.translation()).map(now -> !key.isOlderThan(now.key())).orElse(true);
    }

    /** Whether the event's verses are in the index already. */
    public boolean hasText(PassageImported event) {
        return progress(key(event), event.total()).hasText(event.sequence());
    }

    /** Whether the batch's vectors are in the index already. */
    public boolean hasVectors(VectorBatch batch) {
        return progress(key(batch), batch.total()).hasVectors(batch.model(), batch.sequence());
    }

    /** With one more chapter of text, of which so many verses were indexed. */
    public Editions withText(PassageImported event, int verses) {
        return with(
                progress(key(event), event.total())
                        .withText(event.sequence(), event.translation(), verses));
    }

    /**
     * With the vectors of one more chapter, of which so many were stored.
     *
     * @param dimension of each of them
     * @throws org.berea.contracts.InvalidValueException when earlier ones contradict it
     */
    public Editions withVectors(VectorBatch batch, int vectors, int dimension) {
        return with(
                progress(key(batch), batch.total())
                        .withVectors(batch.model(), batch.sequence(), vectors, dimension));
    }

    /**
     * What two have seen that index the same events into one store. Whatever the order, and however
     * often, it comes to the same and never goes back.
     */
    public Editions union(Editions other) {
        var all = new TreeMap<String, Progress>();
        Stream.concat(imports.stream(), other.imports.stream())
                .forEach(each -> all.merge(each.key().label(), each, Progress::union));
        return current(List.copyOf(all.values()));
    }

    /** What has text and no vectors of a model, the chapters of serving imports first. */
    public Stream<Gap> gaps(String model) {
        Set<EditionKey> serving = serving().stream().map(Edition::key).collect(Collectors.toSet());
        return imports.stream()
                .sorted(comparing(each -> !serving.contains(each.key())))
                .flatMap(each -> each.gaps(model));
    }

    /** The imports that are no longer in the later state. */
    public Set<EditionKey> droppedBy(Editions later) {
        Set<EditionKey> kept = later.keys();
        return keys().stream().filter(key -> !kept.contains(key)).collect(Collectors.toSet());
    }

    /** Of the imports that stay in the later state, the sets of vectors that do not. */
    public Set<VectorSet> vectorsDroppedBy(Editions later) {
        Set<EditionKey> keys = later.keys();
        Set<VectorSet> kept = later.vectorSets();
        return vectorSets().stream()
                .filter(set -> keys.contains(set.edition()) && !kept.contains(set))
                .collect(Collectors.toSet());
    }

    public static EditionKey key(PassageImported event) {
        return new EditionKey(event.translation().code(), event.importId());
    }

    public static EditionKey key(VectorBatch batch) {
        return new EditionKey(batch.translation(), batch.importId());
    }

    /** Every import that is known. */
    public Set<EditionKey> keys() {
        return imports.stream().map(Progress::key).collect(Collectors.toSet());
    }

    /** Every set of vectors that is known, whole or not. */
    public Set<VectorSet> vectorSets() {
        return imports.stream()
                .flatMap(each -> each.models().stream().map(it -> new VectorSet(each.key(), it)))
                .collect(Collectors.toSet());
    }

    private Progress progress(EditionKey key, int total) {
        return imports.stream()
                .filter(progress -> progress.key().equals(key))
                .findFirst()
                .map(progress -> progress.checkTotal(total))
                .orElseGet(() -> Progress.start(key, total));
    }

    private Editions with(Progress changed) {
        var next = new ArrayList<>(imports);
        next.removeIf(progress -> progress.key().equals(changed.key()));
        next.add(changed);
        return current(next);
    }

    private static Editions current(List<Progress> all) {
        var grown = new Editions(all);
        return new Editions(
                all.stream()
                        .filter(each -> grown.accepts(each.key()))
                        .sorted(comparing(each -> each.key().label()))
                        .toList());
    }

    private Optional<Progress> serving(String code) {
        return newest(of(code).filter(Progress::complete))
                .or(() -> newest(of(code).filter(Progress::textWhole)));
    }

    private Stream<Progress> of(String code) {
        return imports.stream().filter(progress -> progress.key().translation().equals(code));
    }

    private static Optional<Progress> newest(Stream<Progress> imports) {
        return imports.max(comparing(progress -> progress.key().importId()));
    }
}
