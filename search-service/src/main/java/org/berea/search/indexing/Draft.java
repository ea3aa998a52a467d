package org.berea.search.indexing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.PassagesEvent;
import org.berea.contracts.search.VectorBatch;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Editions;
import org.berea.search.editions.LinkImports;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Changes;
import org.berea.search.engine.Changes.ChapterLinks;
import org.berea.search.engine.Changes.Removal;
import org.berea.search.engine.Changes.Removal.OfEdition;
import org.berea.search.engine.Changes.Removal.OfLinks;
import org.berea.search.engine.Changes.Removal.OfVectors;
import org.berea.search.engine.Changes.VerseText;
import org.berea.search.engine.Changes.VerseVector;

/** Collects what a batch of events changes, to be committed as one. */
final class Draft {
    private final Manifest before;
    private final IndexingMetrics metrics;
    private final List<VerseText> texts = new ArrayList<>();
    private final List<VerseVector> vectors = new ArrayList<>();
    private final List<ChapterLinks> links = new ArrayList<>();
    private Editions editions;
    private LinkImports linkImports;

    Draft(Manifest before, IndexingMetrics metrics) {
        this.before = before;
        this.metrics = metrics;
        this.editions = before.editions();
        this.linkImports = before.links();
    }

    /**
     * @throws org.berea.contracts.InvalidValueException when it contradicts its import
     */
    Outcome add(PassagesEvent event) {
        return switch (event) {
            case PassageImported passage -> add(passage);
            case CrossReferencesImported references -> add(references);
        };
    }

    private Outcome add(PassageImported event) {
        EditionKey key = Editions.key(event);
        if (!editions.accepts(key)) {
            return Outcome.SUPERSEDED;
        }
        if (editions.hasText(event)) {
            return Outcome.REPEATED;
        }
        List<VerseText> chapter = ChapterText.of(event);
        editions = editions.withText(event, chapter.size());
        texts.addAll(chapter);
        metrics.leftOut("text", event.verses().size() - chapter.size());
        return Outcome.INDEXED;
    }

    /**
     * @throws org.berea.contracts.InvalidValueException when it contradicts its import
     */
    Outcome add(VectorBatch batch, List<VerseVector> chapter) {
        if (!editions.accepts(Editions.key(batch))) {
            return Outcome.SUPERSEDED;
        }
        if (editions.hasVectors(batch)) {
            return Outcome.REPEATED;
        }
        int dimension = chapter.isEmpty() ? 0 : chapter.getFirst().vector().length;
        editions = editions.withVectors(batch, chapter.size(), dimension);
        vectors.addAll(chapter);
        metrics.leftOut("vector", batch.vectors().size() - chapter.size());
        return Outcome.INDEXED;
    }

    /** An import that was superseded within the batch leaves nothing. */
    Changes changes(Map<Integer, Long> offsets) {
        return new Changes(
                texts.stream().filter(text -> editions.accepts(text.edition())).toList(),
                vectors.stream().filter(vector -> editions.accepts(vector.edition())).toList(),
                links.stream().filter(each -> linkImports.accepts(each.importId())).toList(),
                removed(),
                before.with(editions).with(linkImports).with(offsets));
    }

    private Outcome add(CrossReferencesImported event) {
        if (!linkImports.accepts(event.importId())) {
            return Outcome.SUPERSEDED;
        }
        if (linkImports.has(event)) {
            return Outcome.REPEATED;
        }
        List<CrossReference> chapter = ChapterReferences.of(event);
        linkImports = linkImports.with(event, chapter.size());
        links.add(new ChapterLinks(event.importId(), event.sequence(), chapter));
        metrics.leftOut("reference", event.references().size() - chapter.size());
        return Outcome.INDEXED;
    }

    private Set<Removal> removed() {
        var removed = new HashSet<Removal>();
        before.editions().droppedBy(editions).forEach(it -> removed.add(new OfEdition(it)));
        before.editions().vectorsDroppedBy(editions).forEach(it -> removed.add(new OfVectors(it)));
        before.links().droppedBy(linkImports).forEach(it -> removed.add(new OfLinks(it)));
        return removed;
    }
}
