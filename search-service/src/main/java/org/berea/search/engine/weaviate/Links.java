package org.berea.search.engine.weaviate;

import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.List;
import java.util.Map;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.search.engine.Changes.ChapterLinks;
import org.berea.search.engine.LinkLines;
import org.berea.search.weaviate.Ids;
import org.berea.search.weaviate.Properties;
import org.berea.search.weaviate.Row;

/** One import of cross references, an object for each chapter with a reference a line. */
final class Links {
    static final String LINES = "lines";

    private Links() {}

    static CollectionConfig collection(String name) {
        return CollectionConfig.of(name, it -> it.properties(Properties.stored(LINES)));
    }

    static WeaviateObject<Map<String, Object>> object(ChapterLinks chapter) {
        Map<String, Object> properties = Map.of(LINES, LinkLines.write(chapter.links()));
        String id = Ids.of(Integer.toString(chapter.sequence()));
        return WeaviateObject.of(it -> it.uuid(id).properties(properties));
    }

    static List<CrossReference> links(Row row) {
        return LinkLines.read(row.text(LINES));
    }
}
