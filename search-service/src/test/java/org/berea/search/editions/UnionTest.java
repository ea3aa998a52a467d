package org.berea.search.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.VectorBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Several instances index into one store, each with a manifest of its own. */
class UnionTest {
    private static final int TOTAL = 3;
    private static final Translation BST =
            new Translation("BST", "Berea Sample Text", "en", "free", 2);

    @Test
    void putsTogetherWhatTwoHaveIndexed() {
        Manifest one = Manifest.EMPTY.with(text("01", 0)).with(Map.of(0, 5L));
        Manifest two =
                Manifest.EMPTY
                        .with(text("01", 1).withText(event("01", 2), 4))
                        .with(Map.of(0, 3L, 1, 9L));

        Manifest both = one.union(two);
        assertThat(both.editions().serving()).hasSize(1);
        assertThat(both.editions().imports().getFirst().verses()).isEqualTo(12);
        assertThat(both.offsets()).containsEntry(0, 5L).containsEntry(1, 9L);
    }

    @Test
    void countsWhatBothHaveIndexedOnce() {
        Editions both = text("01", 0).union(text("01", 0));
        assertThat(both.imports().getFirst().verses()).isEqualTo(4);
    }

    @Test
    void doesNotGoBackToAnImportThatOnlyOneStillHas() {
        Editions behind = whole("01").withText(event("02", 0), 4);
        Editions ahead = whole("02");

        assertThat(behind.union(ahead).serving())
                .extracting(edition -> edition.key().importId())
                .containsExactly("02");
        assertThat(behind.union(ahead).accepts(new EditionKey("BST", "01"))).isFalse();
    }

    /** Twenty steps in a row, each seen by one of three instances at random. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void comesToTheSameWhateverTheOrderAndHoweverOften(long seed) {
        var random = new Random(seed);
        var manifests = new ArrayList<>(Collections.nCopies(3, Manifest.EMPTY));
        for (int step = 0; step < 20; step++) {
            int instance = random.nextInt(3);
            manifests.set(instance, step(random).apply(manifests.get(instance)));
        }
        Manifest one = manifests.get(0);
        Manifest two = manifests.get(1);
        Manifest three = manifests.get(2);

        assertThat(one.union(two)).isEqualTo(two.union(one));
        assertThat(one.union(one)).isEqualTo(one);
        assertThat(one.union(two).union(two)).isEqualTo(one.union(two));
        assertThat(one.union(two).union(three)).isEqualTo(one.union(two.union(three)));
        var mapper = JsonMapper.builder().build();
        var union = one.union(two).union(three);
        assertThat(mapper.readValue(mapper.writeValueAsString(union), Manifest.class))
                .isEqualTo(union);
    }

    /** Two models, as no more can be kept: which of three goes depends on what is known. */
    private static UnaryOperator<Manifest> step(Random random) {
        String importId = "0" + (1 + random.nextInt(2));
        int sequence = random.nextInt(TOTAL);
        String model = random.nextBoolean() ? "small@1" : "large@1";
        long offset = random.nextInt(100);
        return switch (random.nextInt(4)) {
            case 0 -> it -> it.with(it.editions().withText(event(importId, sequence), 4));
            case 1 -> it -> it.with(vectors(it.editions(), importId, sequence, model));
            case 2 -> it -> it.with(it.links().with(links(importId, sequence), 7));
            default -> it -> it.union(Manifest.EMPTY.with(Map.of(sequence, offset)));
        };
    }

    private static Editions whole(String importId) {
        Editions texts =
                IntStream.range(0, TOTAL)
                        .mapToObj(i -> text(importId, i))
                        .reduce(Editions.NONE, Editions::union);
        Editions whole = texts;
        for (int i = 0; i < TOTAL; i++) {
            whole = vectors(whole, importId, i, "small@1");
        }
        return whole;
    }

    private static Editions text(String importId, int sequence) {
        return Editions.NONE.withText(event(importId, sequence), 4);
    }

    private static Editions vectors(Editions to, String importId, int sequence, String model) {
        var batch = new VectorBatch(importId, "BST", sequence, TOTAL, model, List.of());
        return to.withVectors(batch, 4, 384);
    }

    private static CrossReferencesImported links(String importId, int sequence) {
        return new CrossReferencesImported(importId, "source", sequence, TOTAL, List.of());
    }

    private static PassageImported event(String importId, int sequence) {
        var verses = List.of(new Verse("ROM.8.28", "We know"));
        return new PassageImported(importId, BST, sequence, TOTAL, verses);
    }
}
