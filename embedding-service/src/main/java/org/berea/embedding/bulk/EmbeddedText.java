package org.berea.embedding.bulk;

import java.util.List;
import java.util.stream.Collectors;
import org.berea.contracts.completion.Verse;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;

/**
 * Decides which words stand for a verse when it becomes a vector: the verse itself and the verse
 * between its neighbours, in equal parts. The verse alone says too little of what it is about, and
 * with its neighbours alone it could not be told from them; {@code docs/decisions/retrieval.md} has
 * what was measured.
 */
public final class EmbeddedText {
    /**
     * Stands in the version of every vector, also of a question's: another choice of words needs
     * another recipe here, and then everything is embedded anew.
     */
    public static final String RECIPE = "v2";

    private EmbeddedText() {}

    /** The texts whose mean stands for one verse of a chapter. */
    static List<Text> of(List<Verse> chapter, int index) {
        String verse = chapter.get(index).text();
        return chapter.size() == 1
                ? List.of(new Text(verse, Purpose.IMPORT))
                : List.of(
                        new Text(verse, Purpose.IMPORT),
                        new Text(between(chapter, index), Purpose.IMPORT));
    }

    private static String between(List<Verse> chapter, int index) {
        int from = Math.max(0, index - 1);
        int to = Math.min(chapter.size(), index + 2);
        return chapter.subList(from, to).stream().map(Verse::text).collect(Collectors.joining(" "));
    }
}
