package org.berea.embedding.bulk;

import java.util.List;
import org.berea.contracts.completion.Verse;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;

/**
 * Decides which words stand for a verse when it becomes a vector: the verse itself. The one place
 * to change when another choice is measured to find more, such as the verse with its neighbours.
 */
public final class EmbeddedText {
    /**
     * Stands in the version of every vector, also of a question's: another choice of words needs
     * another recipe here, and then everything is embedded anew.
     */
    public static final String RECIPE = "v1";

    private EmbeddedText() {}

    /** The text to embed for one verse of a chapter. */
    static Text of(List<Verse> chapter, int index) {
        return new Text(chapter.get(index).text(), Purpose.IMPORT);
    }
}
