package org.berea.embedding.chunking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.berea.embedding.text.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Before a model that reads ten words and looks only for light and night. */
class LongTextsTest {
    private static final int MOST = 10;

    private final List<String> read = new ArrayList<>();
    private final LongTexts texts = new LongTexts(text -> Mono.fromSupplier(() -> encode(text)));

    @Test
    void leavesAloneWhatTheModelReadsWhole() {
        var encoding = embed("light light night", Purpose.QUERY);

        assertThat(read).containsExactly("light light night");
        assertThat(((Encoding.Encoded) encoding).tokens()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUERY", "NOTE", "IMPORT"})
    void makesTheMeanOfThePiecesOfALongText(Purpose purpose) {
        var encoding = (Encoding.Encoded) embed(words("light", 12), purpose);
        var mixed = (Encoding.Encoded) embed(words("light", 7) + ". " + words("night", 7), purpose);

        assertThat(encoding.vector()).containsExactly(1, 0);
        assertThat(encoding.tokens()).isEqualTo(12);
        assertThat(mixed.vector()[0]).isCloseTo(mixed.vector()[1], within(1e-6f));
        assertThat(Vectors.length(mixed.vector())).isCloseTo(1, within(1e-6));
        assertThat(mixed.tokens()).isEqualTo(14);
    }

    @Test
    void readsEveryWordAndNoPieceTooLong() {
        embed(words("light", 100), Purpose.IMPORT);

        assertThat(String.join(" ", read.subList(1, read.size()))).isEqualTo(words("light", 100));
        assertThat(read.subList(1, read.size())).allMatch(piece -> piece.split(" ").length <= MOST);
    }

    @Test
    void doesNotTouchAPassage() {
        assertThat(embed(words("light", 12), Purpose.PASSAGE))
                .isEqualTo(new Encoding.TooLong(12, MOST));
    }

    @Test
    void refusesAQuestionOfMoreThanSixteenPieces() {
        assertThat(embed(words("light", 16 * 8), Purpose.QUERY))
                .isInstanceOf(Encoding.Encoded.class);
        assertThat(embed(words("light", 200), Purpose.QUERY))
                .isEqualTo(new Encoding.TooLong(200, 136));
    }

    @Test
    void givesUpOnATextThatCannotBeSplit() {
        assertThat(embed("unending", Purpose.IMPORT)).isInstanceOf(Encoding.TooLong.class);
    }

    @Test
    void isRefusedWhenOneOfThePiecesIs() {
        assertThat(embed(words("light", 12) + " nonsense", Purpose.QUERY))
                .isEqualTo(new Encoding.Refused("nonsense"));
    }

    @Test
    void keepsThePiecesApartWhereTheyAreWanted() {
        var pieces =
                texts.pieces(new Text(words("light", 7) + ". " + words("night", 7), Purpose.NOTE))
                        .block();

        assertThat(pieces).hasSize(2);
        assertThat(((Encoding.Encoded) pieces.get(0)).vector()).containsExactly(1, 0);
        assertThat(((Encoding.Encoded) pieces.get(1)).vector()).containsExactly(0, 1);
    }

    private Encoding embed(String text, Purpose purpose) {
        return texts.embed(new Text(text, purpose)).blockOptional().orElseThrow();
    }

    private Encoding encode(Text text) {
        read.add(text.content());
        int words = text.content().split("\\s+").length;
        if (words > MOST) {
            return new Encoding.TooLong(words, MOST);
        }
        if (text.content().contains("nonsense")) {
            return new Encoding.Refused("nonsense");
        }
        if (text.content().matches("[unedig]+")) {
            return new Encoding.TooLong(MOST + 1, MOST);
        }
        long light = text.content().split("light", -1).length - 1L;
        long dark = text.content().split("night", -1).length - 1L;
        return new Encoding.Encoded(Vectors.unit(new float[] {light, dark}), words);
    }

    private static String words(String word, int count) {
        return (word + " ").repeat(count).strip();
    }
}
