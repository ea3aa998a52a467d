package org.berea.embedding.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.berea.contracts.completion.Verse;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.berea.embedding.text.Vectors;

/**
 * Decides which words stand for a verse when it becomes a vector: the verse itself and the verse
 * between its neighbours, in equal parts. The verse alone says too little of what it is about, and
 * with its neighbours alone it could not be told from them; {@code docs/decisions/retrieval.md} has
 * what was measured.
 *
 * <p>Three verses cost three times as much as one. So only every second verse of a chapter is read
 * between its neighbours; a verse in between shares what was read on either side of it, which also
 * holds its own words.
 */
public final class EmbeddedText {
    /**
     * Stands in the version of every vector, also of a question's: another choice of words needs
     * another recipe here, and then everything is embedded anew.
     */
    public static final String RECIPE = "v3";

    private EmbeddedText() {}

    /** All texts to embed for a chapter, for {@link #vector}: its verses, then what is around. */
    static List<Text> of(List<Verse> chapter) {
        var texts = new ArrayList<Text>();
        chapter.forEach(verse -> texts.add(new Text(verse.text(), Purpose.IMPORT)));
        // What is around a verse that is alone is the verse.
        for (int i = 0; i < chapter.size() && chapter.size() > 1; i += 2) {
            texts.add(new Text(between(chapter, i), Purpose.IMPORT));
        }
        return texts;
    }

    /**
     * What stands for one verse of a chapter, of unit length; empty when the model refused it all.
     *
     * @param embedded the vectors of {@link #of}, empty where the model refused a text
     */
    static Optional<float[]> vector(int index, int verses, List<Optional<float[]>> embedded) {
        var parts = new ArrayList<float[]>();
        embedded.get(index).ifPresent(parts::add);
        mean(around(index, verses, embedded)).ifPresent(parts::add);
        return mean(parts);
    }

    private static List<float[]> around(int index, int verses, List<Optional<float[]>> embedded) {
        int before = verses + index / 2;
        int after = verses + (index + 1) / 2;
        return embedded
                .subList(Math.min(before, embedded.size()), Math.min(after + 1, embedded.size()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<float[]> mean(List<float[]> vectors) {
        return vectors.isEmpty() ? Optional.empty() : Optional.of(Vectors.mean(vectors));
    }

    private static String between(List<Verse> chapter, int index) {
        int from = Math.max(0, index - 1);
        int to = Math.min(chapter.size(), index + 2);
        return chapter.subList(from, to).stream().map(Verse::text).collect(Collectors.joining(" "));
    }
}
