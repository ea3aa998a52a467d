package org.berea.search.notes.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.berea.search.notes.Notes.ALICE;
import static org.berea.search.notes.Notes.BOB;
import static org.berea.search.notes.Notes.deleted;
import static org.berea.search.notes.Notes.embedded;
import static org.berea.search.notes.Notes.erased;
import static org.berea.search.notes.Notes.saved;
import static org.berea.search.notes.Notes.terms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.berea.search.engine.Vectors;
import org.berea.search.notes.NoteChange;
import org.berea.search.notes.NoteStore;
import org.berea.search.notes.NoteStoreContract;
import org.berea.search.notes.Outcome;
import org.berea.search.notes.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneNoteStoreTest implements NoteStoreContract {
    /** Stored text is packed, which may tear a word apart, but hardly all of them. */
    private static final String SECRET =
            "zephyrquax bivoltkemp ornduskily waxjumbled fyrtholmic pligsvander qomtherzig"
                    + " ulbraxonyd keshpivtar dromwelfic jinvaquoth taxplembur";

    private static final String NAME = "mallory-the-erased";
    private static final float[] SECRET_VECTOR = Vectors.near(17, 0.123456);

    @Override
    public NoteStore open(Path folder) {
        return LuceneNoteStore.open(folder);
    }

    @Test
    void leavesNothingOfAnErasedUserInTheFiles(@TempDir Path folder) throws IOException {
        try (var store = LuceneNoteStore.open(folder)) {
            plantSecret(store, new Owner(NAME));
            assertThat(knowsSecret(folder)).isTrue();
            assertThat(holds(folder, terms("dromwelfic").getFirst().getBytes(UTF_8))).isTrue();
            assertThat(holds(folder, NAME.getBytes(UTF_8))).isTrue();
            assertThat(holds(folder, numbers(SECRET_VECTOR))).isTrue();

            store.apply(List.of(erased(new Owner(NAME), 5)), Map.of());

            assertThat(knowsSecret(folder)).isFalse();
            assertThat(holds(folder, NAME.getBytes(UTF_8))).isFalse();
            assertThat(holds(folder, numbers(SECRET_VECTOR))).isFalse();
            assertThat(store.lexical(BOB, terms("others"), Set.of(), 1)).hasSize(1);
        }
    }

    @Test
    void leavesNothingOfADeletedNoteInTheFilesAfterItHasTidiedUp(@TempDir Path folder)
            throws IOException {
        try (var store = LuceneNoteStore.open(folder)) {
            plantSecret(store, ALICE);
            store.apply(List.of(deleted(ALICE, "secret", 2)), Map.of());
            store.tidy();
            assertThat(knowsSecret(folder)).isFalse();
            assertThat(holds(folder, numbers(SECRET_VECTOR))).isFalse();
        }
    }

    @Test
    void forgetsAfterItsNextStartWhatItDiedBeforeForgetting(@TempDir Path folder)
            throws IOException {
        try (var store = LuceneNoteStore.open(folder)) {
            plantSecret(store, ALICE);
            store.apply(List.of(deleted(ALICE, "secret", 2)), Map.of());
            assertThat(knowsSecret(folder)).isTrue();
        }
        try (var store = LuceneNoteStore.open(folder)) {
            store.tidy();
            assertThat(knowsSecret(folder)).isFalse();
        }
    }

    @Test
    void goesBackToTheLastCommitWhenOneFailsAndTakesTheSameChangesLater(@TempDir Path folder)
            throws IOException {
        var disk = new FailingDisk(FSDirectory.open(folder));
        try (var store = LuceneNoteStore.open(disk)) {
            store.apply(List.of(saved(ALICE, "a", 1, null, "Hope")), Map.of(0, 1L));
            List<NoteChange> second = List.of(saved(ALICE, "b", 1, null, "Patience"));
            disk.fails = true;

            assertThatThrownBy(() -> store.apply(second, Map.of(0, 2L)))
                    .isInstanceOf(UncheckedIOException.class);

            assertThat(store.offsets()).containsEntry(0, 1L);
            assertThat(store.lexical(ALICE, terms("hope"), Set.of(), 9)).hasSize(1);
            assertThat(store.lexical(ALICE, terms("patience"), Set.of(), 9)).isEmpty();

            disk.fails = false;
            assertThat(store.apply(second, Map.of(0, 2L))).containsExactly(Outcome.INDEXED);
            assertThat(store.offsets()).containsEntry(0, 2L);
            assertThat(store.lexical(ALICE, terms("patience"), Set.of(), 9)).hasSize(1);
        }
    }

    @Test
    void erasesEvenWhenTheFilesCannotBeWrittenAnewAtOnce(@TempDir Path folder) throws IOException {
        var disk = new FailingDisk(FSDirectory.open(folder));
        try (var store = LuceneNoteStore.open(disk)) {
            plantSecret(store, ALICE);
            disk.fails = true;
            // One more each time, until the erasure itself is stored but nothing after it.
            for (int syncs = 1; !erases(store, disk, syncs); syncs++) {
                assertThat(syncs).isLessThan(10);
            }
            assertThat(knowsSecret(folder)).isTrue();
            assertThat(store.texts(ALICE, List.of("secret"))).isEmpty();
            disk.fails = false;
            store.tidy();
            assertThat(knowsSecret(folder)).isFalse();
        }
    }

    @Test
    void beginsAnewWhicheverFileIsDamaged(@TempDir Path folder) throws IOException {
        Path whole = folder.resolve("whole");
        try (var store = LuceneNoteStore.open(whole)) {
            plantSecret(store, ALICE);
        }
        for (Path file : files(whole)) {
            if (Files.size(file) > 0) {
                beginsAnewWithout(file, folder.resolve("without-" + file.getFileName()));
            }
        }
    }

    private static void beginsAnewWithout(Path file, Path copy) throws IOException {
        Files.createDirectory(copy);
        for (Path each : files(file.resolveSibling("."))) {
            Files.copy(each, copy.resolve(each.getFileName()));
        }
        damage(copy.resolve(file.getFileName()));
        try (var store = LuceneNoteStore.open(copy)) {
            assertThat(store.offsets()).as("without %s", file).isEmpty();
            assertThat(knowsSecret(copy)).isFalse();
            store.apply(List.of(saved(BOB, "a", 1, null, "Anew")), Map.of(0, 1L));
            assertThat(store.texts(BOB, List.of("a"))).hasSize(1);
        }
    }

    @Test
    void refusesAFolderThatAnotherProcessUses(@TempDir Path folder) {
        try (var store = LuceneNoteStore.open(folder)) {
            plantSecret(store, ALICE);
            assertThatThrownBy(() -> LuceneNoteStore.open(folder))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(folder.toString());
            assertThat(store.texts(ALICE, List.of("secret"))).hasSize(1);
        }
    }

    /** Among others' notes, some of them in the same segment. */
    private static void plantSecret(NoteStore store, Owner owner) {
        store.apply(
                List.of(
                        saved(BOB, "apart", 1, "ROM.8.28", "What others wrote"),
                        embedded(BOB, "apart", 1, Vectors.axis(1))),
                Map.of());
        store.apply(
                List.of(
                        saved(BOB, "beside", 1, null, "In the same segment"),
                        saved(owner, "secret", 1, "ROM.8.28", SECRET),
                        embedded(owner, "secret", 1, SECRET_VECTOR)),
                Map.of(0, 1L));
    }

    private static boolean erases(NoteStore store, FailingDisk disk, int syncs) {
        disk.syncsLeft = syncs;
        try {
            store.apply(List.of(erased(ALICE, 5)), Map.of());
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Whether a word of it, or the term made of one, stands in any file. */
    private static boolean knowsSecret(Path folder) throws IOException {
        for (String word : SECRET.split(" ")) {
            if (holds(folder, terms(word).getFirst().getBytes(UTF_8))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Path folder, byte[] wanted) throws IOException {
        for (Path file : files(folder)) {
            if (contains(Files.readAllBytes(file), wanted)) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    /** As the index writes vectors. */
    private static byte[] numbers(float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
    }

    /** A disk that can be told to store nothing more. */
    private static final class FailingDisk extends FilterDirectory {
        private volatile boolean fails;
        private volatile int syncsLeft;

        private FailingDisk(Directory in) {
            super(in);
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            if (fails && syncsLeft-- <= 0) {
                throw new IOException("the disk is full");
            }
            super.sync(names);
        }
    }
}
