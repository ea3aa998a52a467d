package org.berea.search.editions;

import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.Translation;
import org.jspecify.annotations.Nullable;

/**
 * How far one import has come. Text and vectors arrive apart, in any order and possibly again; the
 * vectors of two models may stand side by side, so that one can replace the other without a gap.
 *
 * @param translation null until the first text arrives
 * @param total how many events the import has
 * @param texts with how many verses of each chapter have text
 * @param embeddings by model
 */
public record Progress(
        EditionKey key,
        @Nullable Translation translation,
        int total,
        @JsonProperty Seen texts,
        @JsonProperty List<EmbeddedBy> embeddings) {
    private static final int MOST_MODELS = 2;

    public Progress {
        embeddings = List.copyOf(embeddings);
    }

    static Progress start(EditionKey key, int total) {
        return new Progress(key, null, total, Seen.NOTHING, List.of());
    }

    /** How many verses have text so far. */
    public int verses() {
        return texts.sum();
    }

    /** Of the model that has embedded most of it, how many verses have a vector. */
    public int vectors() {
        return embeddings.stream().mapToInt(each -> each.chapters().sum()).max().orElse(0);
    }

    /** Refuses an event that contradicts the earlier ones of its import. */
    Progress checkTotal(int stated) {
        if (stated != total) {
            throw InvalidValueException.of(
                    "total", stated, total + ", as other events of import " + key.importId());
        }
        return this;
    }

    boolean hasText(int sequence) {
        return texts.has(sequence);
    }

    boolean hasVectors(String model, int sequence) {
        return of(model).map(each -> each.chapters().has(sequence)).orElse(false);
    }

    /** The sets of vectors of this import, whole or not. */
    List<String> models() {
        return embeddings.stream().map(EmbeddedBy::model).toList();
    }

    Progress withText(int sequence, Translation named, int count) {
        return new Progress(key, named, total, texts.with(sequence, count), embeddings);
    }

    /** With one more chapter of vectors; those of a third model drive out the oldest. */
    Progress withVectors(String model, int sequence, int count, int dimension) {
        EmbeddedBy before = of(model).orElseGet(() -> EmbeddedBy.start(model, nextTurn()));
        var all = new ArrayList<>(embeddings);
        all.remove(before);
        all.add(before.with(sequence, count, dimension));
        return new Progress(key, translation, total, texts, kept(all));
    }

    /** Both, of the same import; of two that contradict each other the longer. */
    Progress union(Progress other) {
        if (total != other.total) {
            return total > other.total ? this : other;
        }
        var all = new TreeMap<String, EmbeddedBy>();
        Stream.concat(embeddings.stream(), other.embeddings.stream())
                .forEach(each -> all.merge(each.model(), each, EmbeddedBy::union));
        return new Progress(
                key,
                translation == null ? other.translation : translation,
                total,
                texts.union(other.texts),
                kept(all.values()));
    }

    boolean textWhole() {
        return translation != null && texts.isWhole(total);
    }

    boolean complete() {
        return textWhole() && embeddings.stream().anyMatch(each -> each.isWhole(total));
    }

    Edition edition() {
        if (translation == null) {
            throw new IllegalStateException("no text of " + key + " has arrived");
        }
        return new Edition(
                key,
                translation,
                embeddings.stream()
                        .filter(each -> each.isWhole(total))
                        .collect(Collectors.toMap(EmbeddedBy::model, EmbeddedBy::dimension)));
    }

    /** Its chapters that have text and no vectors of the model. */
    Stream<Gap> gaps(String model) {
        if (translation == null) {
            return Stream.empty();
        }
        Translation named = translation;
        return texts.without(of(model).map(EmbeddedBy::chapters).orElse(Seen.NOTHING))
                .mapToObj(sequence -> new Gap(key, named, sequence, total));
    }

    private Optional<EmbeddedBy> of(String model) {
        return embeddings.stream().filter(each -> each.model().equals(model)).findFirst();
    }

    private int nextTurn() {
        return 1 + embeddings.stream().mapToInt(EmbeddedBy::turn).max().orElse(0);
    }

    /** The newest of all, but never without the newest that is whole: it serves. */
    private List<EmbeddedBy> kept(Collection<EmbeddedBy> all) {
        var order = comparingInt(EmbeddedBy::turn).thenComparing(EmbeddedBy::model).reversed();
        var newestFirst = new ArrayList<>(all.stream().sorted(order).toList());
        Optional<EmbeddedBy> serving =
                newestFirst.stream().filter(each -> each.isWhole(total)).findFirst();
        while (newestFirst.size() > MOST_MODELS) {
            boolean lastServes = serving.filter(newestFirst.getLast()::equals).isPresent();
            newestFirst.remove(newestFirst.size() - (lastServes ? 2 : 1));
        }
        return newestFirst;
    }
}
