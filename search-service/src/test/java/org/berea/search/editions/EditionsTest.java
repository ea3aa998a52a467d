package org.berea.search.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.VectorBatch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EditionsTest {
    private static final Translation BST =
            new Translation("BST", "Berea Sample Text", "en", "free", 2);

    @Test
    void servesAFirstImportAsSoonAsItsTextIsWhole() {
        Editions half = Editions.NONE.withText(text("01", 1, 2), 1);
        assertThat(half.serving()).isEmpty();

        Editions whole = half.withText(text("01", 0, 2), 1);
        assertThat(whole.serving()).containsExactly(new Edition(key("01"), BST, Map.of()));
    }

    @Test
    void isEmbeddedOnceAllVectorsAreThereWhicheverCameFirst() {
        Editions vectorsFirst =
                Editions.NONE
                        .withVectors(vectors("01", 0, 2), 1, 384)
                        .withText(text("01", 0, 2), 1)
                        .withText(text("01", 1, 2), 1);
        assertThat(vectorsFirst.serving()).containsExactly(new Edition(key("01"), BST, Map.of()));

        Editions complete = vectorsFirst.withVectors(vectors("01", 1, 2), 1, 384);
        assertThat(complete.serving())
                .containsExactly(new Edition(key("01"), BST, Map.of("model", 384)));
    }

    @Test
    void keepsACompleteImportServingUntilItsReplacementIsComplete() {
        Editions replacing = complete("01").withText(text("02", 0, 1), 1);
        assertThat(replacing.serving())
                .containsExactly(new Edition(key("01"), BST, Map.of("model", 384)));

        Editions replaced = replacing.withVectors(vectors("02", 0, 1), 1, 384);
        assertThat(replaced.serving())
                .containsExactly(new Edition(key("02"), BST, Map.of("model", 384)));
        assertThat(replacing.droppedBy(replaced)).containsExactly(key("01"));
    }

    @Test
    void letsTheNewestTextServeWhileNoImportIsComplete() {
        Editions first = Editions.NONE.withText(text("01", 0, 1), 1);
        Editions second = first.withText(text("02", 0, 1), 1);

        assertThat(second.serving()).containsExactly(new Edition(key("02"), BST, Map.of()));
        assertThat(first.droppedBy(second)).containsExactly(key("01"));
    }

    @Test
    void neverGoesBackToAnImportThatWasReplaced() {
        Editions replaced = complete("02");

        assertThat(replaced.accepts(key("01"))).isFalse();
        assertThat(replaced.accepts(key("02"))).isTrue();
        assertThat(replaced.accepts(key("03"))).isTrue();
    }

    @Test
    void refusesAnEventThatContradictsItsImport() {
        Editions half = Editions.NONE.withText(text("01", 0, 2), 1);

        assertThatThrownBy(() -> half.withText(text("01", 1, 3), 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("total: '3' (expected: 2");
    }

    @Test
    void remembersWhichEventsItHasSeen() {
        Editions half = Editions.NONE.withText(text("01", 70, 80), 1);

        assertThat(half.hasText(text("01", 70, 80))).isTrue();
        assertThat(half.hasText(text("01", 71, 80))).isFalse();
        assertThat(half.hasVectors(vectors("01", 70, 80))).isFalse();
    }

    @Test
    void survivesJson() {
        var mapper = JsonMapper.builder().build();
        var manifest =
                Manifest.EMPTY
                        .with(complete("01").withText(text("02", 3, 9), 1))
                        .with(Map.of(0, 17L));

        Manifest read = mapper.readValue(mapper.writeValueAsString(manifest), Manifest.class);

        assertThat(read.offsets()).containsEntry(0, 17L);
        assertThat(read.editions().serving()).isEqualTo(manifest.editions().serving());
        assertThat(read.editions().hasText(text("02", 3, 9))).isTrue();
        assertThat(read.editions().hasText(text("02", 4, 9))).isFalse();
    }

    private static Editions complete(String importId) {
        return Editions.NONE
                .withText(text(importId, 0, 1), 1)
                .withVectors(vectors(importId, 0, 1), 1, 384);
    }

    private static EditionKey key(String importId) {
        return new EditionKey("BST", importId);
    }

    private static PassageImported text(String importId, int sequence, int total) {
        var verses = List.of(new Verse("ROM.8.28", "We know"));
        return new PassageImported(importId, BST, sequence, total, verses);
    }

    private static VectorBatch vectors(String importId, int sequence, int total) {
        return new VectorBatch(importId, "BST", sequence, total, "model", List.of());
    }
}
