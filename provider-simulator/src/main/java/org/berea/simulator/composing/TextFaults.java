package org.berea.simulator.composing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.simulator.behaviour.Behaviour;
import org.jspecify.annotations.Nullable;

/** Puts a falsehood into one sentence of an answer that is otherwise good. */
final class TextFaults {
    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"”]+)[\"”]");
    private static final Pattern CITED =
            Pattern.compile("\\(((?:[1-3] )?\\p{Lu}[\\p{L} ]*) (\\d+):\\d+\\)");

    private static final String NO_SUCH_BOOK = "Hezekiah 3:16";
    private static final String MISQUOTED =
            "It is written, \"in the beginning God created the mountains and the sea\""
                    + " (Genesis 1:1).";

    private TextFaults() {}

    /**
     * The sentences with one false citation in place of a good one, or added where there was none.
     */
    static List<String> withInventedCitation(List<String> sentences, Behaviour behaviour) {
        int index = Math.min(behaviour.sentenceWithFault(), sentences.size()) - 1;
        String citation = invented(sentences, behaviour.citation());
        return replaced(sentences, index, cite(sentences.get(index), citation));
    }

    /**
     * The sentences with one word exchanged in a quotation, at the sentence or the next fit one.
     */
    static List<String> withAlteredQuotation(List<String> sentences, Behaviour behaviour) {
        int first = Math.min(behaviour.sentenceWithFault(), sentences.size()) - 1;
        int index = quoting(sentences, first);
        if (index < 0) {
            return replaced(sentences, first, MISQUOTED);
        }
        Matcher quoted = QUOTED.matcher(sentences.get(index));
        String altered = quoted.replaceFirst(TextFaults::misquoted);
        return replaced(sentences, index, altered);
    }

    private static String misquoted(MatchResult quoted) {
        return Matcher.quoteReplacement("\"" + Quotation.altered(quoted.group(1)) + "\"");
    }

    private static int quoting(List<String> sentences, int first) {
        for (int i = 0; i < sentences.size(); i++) {
            int index = (first + i) % sentences.size();
            if (QUOTED.matcher(sentences.get(index)).find()) {
                return index;
            }
        }
        return -1;
    }

    private static String invented(List<String> sentences, @Nullable String wanted) {
        if (wanted != null) {
            return wanted;
        }
        return sentences.stream()
                .map(CITED::matcher)
                .filter(Matcher::find)
                .map(TextFaults::beyondTheChapter)
                .findFirst()
                .orElse(NO_SUCH_BOOK);
    }

    /** Only one chapter has a verse 99, Psalm 119. */
    private static String beyondTheChapter(Matcher cited) {
        String chapter = cited.group(1) + " " + cited.group(2);
        return chapter + (chapter.endsWith(" 119") ? ":199" : ":99");
    }

    private static String cite(String sentence, String citation) {
        Matcher cited = CITED.matcher(sentence);
        String bracketed = "(" + citation + ")";
        return cited.find()
                ? cited.replaceFirst(Matcher.quoteReplacement(bracketed))
                : sentence.replaceFirst(
                        "([.!?]?)$", Matcher.quoteReplacement(" " + bracketed) + "$1");
    }

    private static List<String> replaced(List<String> sentences, int index, String sentence) {
        List<String> copy = new ArrayList<>(sentences);
        copy.set(index, sentence);
        return copy;
    }
}
