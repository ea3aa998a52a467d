package org.berea.search.engine.weaviate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.berea.search.analysis.Terms;
import org.berea.search.editions.VectorSet;
import org.berea.search.engine.Changes;

/** Sorts what is to be stored by the collection it belongs to. */
final class Parts {
    private final Names names;
    private final Terms terms;

    Parts(Names names, Terms terms) {
        this.names = names;
        this.terms = terms;
    }

    /** What one collection gets. */
    record Part(CollectionConfig collection, List<WeaviateObject<Map<String, Object>>> objects) {
        String name() {
            return collection.collectionName();
        }

        boolean hasVectors() {
            return !collection.vectors().isEmpty();
        }
    }

    List<Part> of(Changes changes) {
        var parts = new ArrayList<Part>();
        parts.addAll(
                parts(
                        changes.texts(),
                        each -> names.texts(each.edition()),
                        each -> Texts.object(each, terms),
                        Texts::collection));
        parts.addAll(
                parts(
                        changes.vectors(),
                        each -> names.vectors(new VectorSet(each.edition(), each.model())),
                        VerseVectors::object,
                        VerseVectors::collection));
        parts.addAll(
                parts(
                        changes.links(),
                        each -> names.links(each.importId()),
                        Links::object,
                        Links::collection));
        return parts;
    }

    private static <T> List<Part> parts(
            List<T> changes,
            Function<T, String> name,
            Function<T, WeaviateObject<Map<String, Object>>> object,
            Function<String, CollectionConfig> collection) {
        return changes.stream()
                .collect(groupingBy(name, mapping(object, toList())))
                .entrySet()
                .stream()
                .map(each -> new Part(collection.apply(each.getKey()), each.getValue()))
                .toList();
    }
}
