package org.berea.search.notes.weaviate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.berea.search.notes.NoteStore;
import org.berea.search.notes.NoteStoreContract;
import org.berea.search.weaviate.Weaviate;
import org.berea.search.weaviate.WeaviateForTests;
import org.berea.search.weaviate.WeaviateSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class WeaviateNoteStoreTest implements NoteStoreContract {
    private final Set<String> prefixes = new HashSet<>();
    private final List<Weaviate> opened = new ArrayList<>();

    @Override
    public NoteStore open(Path folder) {
        String prefix = WeaviateForTests.prefix(folder);
        prefixes.add(prefix);
        WeaviateSettings settings = WeaviateForTests.settings(prefix);
        var weaviate = Weaviate.open(settings);
        opened.add(weaviate);
        var store = WeaviateNoteStore.open(weaviate, settings);
        WeaviateForTests.await("the notes are reached", store::offsets);
        return store;
    }

    @AfterEach
    void tidyUp() {
        opened.forEach(Weaviate::close);
        prefixes.forEach(WeaviateForTests::forget);
    }
}
