package org.berea.search.notes.weaviate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.localstack.servers.WeaviatePorts;
import org.berea.search.engine.Vectors;
import org.berea.search.notes.NoteStore;
import org.berea.search.notes.NoteStoreContract;
import org.berea.search.notes.Notes;
import org.berea.search.weaviate.Weaviate;
import org.berea.search.weaviate.WeaviateForTests;
import org.berea.search.weaviate.WeaviateSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void leavesNothingOfAnErasedUserInTheFiles(@TempDir Path folder) throws Exception {
        String secret = "Trembling at the doorstep";
        try (var server = WeaviateForTests.start(folder, WeaviatePorts.free());
                var weaviate = Weaviate.open(WeaviateForTests.ofOwn(server, "Erased", "one"))) {
            var store =
                    WeaviateNoteStore.open(
                            weaviate, WeaviateForTests.ofOwn(server, "Erased", "one"));
            WeaviateForTests.await("the notes are reached", store::offsets);
            store.apply(
                    List.of(
                            Notes.saved(Notes.ALICE, "a", 1, null, secret),
                            Notes.embedded(Notes.ALICE, "a", 1, Vectors.axis(1)),
                            Notes.saved(Notes.BOB, "b", 1, null, "Nothing to hide")),
                    Map.of());
            assertThat(holds(folder, secret)).as("the text is in the files at first").isTrue();

            store.apply(List.of(Notes.erased(Notes.ALICE, 5)), Map.of());

            assertThat(holds(folder, secret)).isFalse();
            assertThat(holds(folder, Notes.terms(secret).getFirst())).isFalse();
            assertThat(holds(folder, "Nothing to hide")).isTrue();
            assertThat(store.texts(Notes.BOB, List.of("b"))).hasSize(1);
        }
    }

    private static boolean holds(Path folder, String words) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> contains(file, words));
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void tidyUp() {
        opened.forEach(Weaviate::close);
        prefixes.forEach(WeaviateForTests::forget);
    }
}
