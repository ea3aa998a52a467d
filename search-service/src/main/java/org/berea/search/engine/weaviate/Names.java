package org.berea.search.engine.weaviate;

import java.util.HashSet;
import java.util.Set;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;
import org.berea.search.editions.VectorSet;
import org.berea.search.engine.Changes.Removal;
import org.berea.search.weaviate.Ids;

/**
 * What everything is called on the server. The same thing has the same name for every instance and
 * after every restart, so that storing it again replaces it.
 */
record Names(String prefix) {
    /** Counted up when collections change their form: the new ones are filled from the events. */
    private static final int FORMAT = 1;

    /** One object for each search instance. */
    String manifests() {
        return prefix + "Manifests" + FORMAT;
    }

    String texts(EditionKey edition) {
        return prefix + "Texts" + FORMAT + "_" + part(edition);
    }

    String vectors(VectorSet set) {
        String model = Ids.digest(set.model());
        return prefix + "Vectors" + FORMAT + "_" + part(set.edition()) + "_" + model;
    }

    String links(String importId) {
        return prefix + "Links" + FORMAT + "_" + Ids.digest(importId);
    }

    /** What the names have in common of all collections that a removal means. */
    String part(Removal removal) {
        return switch (removal) {
            case Removal.OfEdition(EditionKey edition) -> part(edition);
            case Removal.OfVectors(VectorSet set) -> vectors(set);
            case Removal.OfLinks(String importId) -> links(importId);
        };
    }

    /** All that a manifest names. */
    Set<String> all(Manifest manifest) {
        var all = new HashSet<String>();
        manifest.editions().keys().forEach(each -> all.add(texts(each)));
        manifest.editions().vectorSets().forEach(each -> all.add(vectors(each)));
        manifest.links().ids().forEach(each -> all.add(links(each)));
        return all;
    }

    /** Whether it is a collection of texts, vectors or links of this prefix and form. */
    boolean isOurs(String collection) {
        return collection.matches(prefix + "(Texts|Vectors|Links)" + FORMAT + "_.*");
    }

    private static String part(EditionKey edition) {
        String code = edition.translation().replaceAll("[^A-Za-z0-9]", "");
        return code + "_" + Ids.digest(edition.label());
    }
}
