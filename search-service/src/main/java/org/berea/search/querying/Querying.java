package org.berea.search.querying;

import java.util.List;
import java.util.regex.Pattern;
import org.berea.scripture.Found;
import org.berea.scripture.References;
import org.berea.scripture.VerseRange;
import org.berea.search.analysis.Terms;
import org.berea.search.querying.AnalysedQuestion.Kind;

/** Takes a question apart: the verses it names, and the words that tell what it is about. */
public final class Querying {
    /** More makes a search slow and says nothing new. */
    private static final int MOST_TERMS = 64;

    private static final int MOST_REFERENCES = 20;

    /** Not everybody ends a question with its mark. */
    private static final Pattern ASKING =
            Pattern.compile(
                    "\\W*(who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did"
                            + "|can|should|will)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Of a topic; more are a sentence. */
    private static final int MOST_WORDS = 7;

    private final Terms terms = Terms.without(SmallWords.read());

    public AnalysedQuestion analyse(String question) {
        List<Found> found = References.in(question);
        return new AnalysedQuestion(
                found.stream()
                        .flatMap(each -> ranges(each).stream())
                        .distinct()
                        .limit(MOST_REFERENCES)
                        .toList(),
                terms.of(without(found, question)).stream().distinct().limit(MOST_TERMS).toList(),
                found.stream().anyMatch(Found.Nonexistent.class::isInstance),
                kind(question));
    }

    private static Kind kind(String question) {
        boolean asks =
                question.contains("?")
                        || ASKING.matcher(question).lookingAt()
                        || WORD.matcher(question).results().skip(MOST_WORDS).findAny().isPresent();
        return asks ? Kind.QUESTION : Kind.TOPIC;
    }

    private static List<VerseRange> ranges(Found found) {
        return switch (found) {
            case Found.Resolved resolved -> resolved.ranges();
            case Found.Nonexistent _, Found.Unanchored _ -> List.of();
        };
    }

    /** "Romans 8:28" would otherwise find every verse that speaks of Romans. */
    private static String without(List<Found> references, String question) {
        var rest = new StringBuilder(question);
        for (Found reference : references) {
            for (int i = reference.start(); i < reference.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }
}
