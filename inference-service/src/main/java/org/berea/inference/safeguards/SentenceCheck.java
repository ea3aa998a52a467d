package org.berea.inference.safeguards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.completion.Citation;
import org.berea.contracts.completion.Passage;
import org.berea.inference.safeguards.Verdict.Check;
import org.berea.scripture.Found;
import org.berea.scripture.Quotation;
import org.berea.scripture.Quotations;
import org.berea.scripture.References;
import org.berea.scripture.VerseRange;

/**
 * Holds sentences against the retrieved passages: every reference must exist and have been
 * retrieved, every quotation must have the words of a verse cited beside it, or of a retrieved one
 * where none is.
 */
final class SentenceCheck {
    private final RetrievedVerses retrieved;
    private final List<VerseRange> asked;

    /**
     * @param passages what was retrieved
     * @param question whose references "verse 29" in an answer may lean on
     */
    SentenceCheck(List<Passage> passages, String question) {
        retrieved = new RetrievedVerses(passages);
        asked =
                References.in(question).stream()
                        .filter(Found.Resolved.class::isInstance)
                        .flatMap(found -> ((Found.Resolved) found).ranges().stream())
                        .toList();
    }

    /**
     * @param before what was released before, which may have named the book or chapter
     */
    Verdict check(String before, String sentence) {
        if (sentence.length() > Sentences.LONGEST) {
            return new Verdict.Failed(Check.LENGTH);
        }
        if (sentence.codePoints().anyMatch(SentenceCheck::deceives)) {
            return new Verdict.Failed(Check.CHARACTERS);
        }
        List<Found> references = references(before, sentence);
        List<Quotation> quotations =
                Quotations.in(sentence).stream().filter(Quotation::isQuotation).toList();
        if (retrieved.isEmpty()) {
            return references.isEmpty() && quotations.isEmpty()
                    ? new Verdict.Passed(List.of())
                    : new Verdict.Failed(Check.NO_CITATION_WITHOUT_CONTEXT);
        }
        var cited = new ArrayList<VerseRange>();
        var citations = new ArrayList<Citation>();
        for (Found found : references) {
            Optional<Check> failure = cite(found, cited, citations);
            if (failure.isPresent()) {
                return new Verdict.Failed(failure.get());
            }
        }
        boolean quotedWell = quotations.stream().allMatch(q -> retrieved.has(q.text(), cited));
        return quotedWell
                ? new Verdict.Passed(citations)
                : new Verdict.Failed(Check.QUOTATION_MATCHES);
    }

    private Optional<Check> cite(Found found, List<VerseRange> cited, List<Citation> citations) {
        return switch (found) {
            case Found.Nonexistent _, Found.Unanchored _ -> Optional.of(Check.REFERENCE_EXISTS);
            case Found.Resolved resolved -> {
                for (VerseRange range : resolved.ranges()) {
                    Optional<Integer> passage = retrieved.passageOf(range);
                    if (passage.isEmpty()) {
                        yield Optional.of(Check.REFERENCE_RETRIEVED);
                    }
                    cited.add(range);
                    citations.add(new Citation(resolved.text(), range.wire(), passage.get()));
                }
                yield Optional.empty();
            }
        };
    }

    /**
     * Control characters steer terminals, and bidirectional ones show another text than is checked.
     */
    private static boolean deceives(int character) {
        boolean isControl =
                Character.getType(character) == Character.CONTROL
                        && !Character.isWhitespace(character);
        boolean turnsText =
                (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069);
        return isControl || turnsText;
    }

    private List<Found> references(String before, String sentence) {
        int start = before.length();
        return References.in(before + sentence, asked).stream()
                .filter(found -> found.end() > start)
                .toList();
    }
}
