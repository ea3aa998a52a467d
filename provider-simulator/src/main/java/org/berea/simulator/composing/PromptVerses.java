package org.berea.simulator.composing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the verses of a prompt, one on a line: {@code [Romans 8:28] And we know …}, {@code
 * [ROM.8.28] text}, {@code ROM.8.28 text} or {@code Romans 8:28 "text"}, numbered or not. Without
 * brackets a written-out reference needs quotation marks, because questions begin like that too.
 */
final class PromptVerses {
    private static final String BULLET = "^\\s*(?:[-*•]\\s+|\\d{1,3}[.)]\\s+)?";
    private static final String NAMED =
            "(?<book>(?:[1-3] )?\\p{Lu}\\p{L}+(?: (?:of )?\\p{Lu}\\p{L}+)*) (?<chapter>\\d{1,3}):(?<verse>\\d{1,3})";
    private static final String CODED =
            "(?<code>[1-3A-Z][A-Z]{2})\\.(?<chapter>\\d{1,3})\\.(?<verse>\\d{1,3})";

    private static final List<Pattern> FORMS =
            List.of(
                    Pattern.compile(BULLET + "\\[" + NAMED + "[^]]*]\\s*(?<text>\\S.*)$"),
                    Pattern.compile(BULLET + "\\[" + CODED + "[^]]*]\\s*(?<text>\\S.*)$"),
                    Pattern.compile(BULLET + CODED + "[:\\s]\\s*(?<text>\\S.*)$"),
                    Pattern.compile(BULLET + NAMED + ":?\\s+(?<text>[\"“].*[\"”])\\s*$"));

    private PromptVerses() {}

    /** The verses in the order of the text, each reference once. */
    static List<ContextVerse> in(String text) {
        Map<String, ContextVerse> verses = new LinkedHashMap<>();
        text.lines()
                .flatMap(line -> verse(line).stream())
                .forEach(verse -> verses.putIfAbsent(verse.label(), verse));
        return List.copyOf(verses.values());
    }

    static boolean isVerse(String line) {
        return verse(line).isPresent();
    }

    private static Optional<ContextVerse> verse(String line) {
        return FORMS.stream()
                .map(form -> form.matcher(line))
                .filter(Matcher::find)
                .flatMap(PromptVerses::read)
                .findFirst();
    }

    private static Stream<ContextVerse> read(Matcher found) {
        return book(found).stream()
                .map(
                        book ->
                                new ContextVerse(
                                        book,
                                        Integer.parseInt(found.group("chapter")),
                                        Integer.parseInt(found.group("verse")),
                                        found.group("text").strip()));
    }

    private static Optional<String> book(Matcher found) {
        return found.namedGroups().containsKey("code")
                ? Books.name(found.group("code"))
                : Optional.of(found.group("book"));
    }
}
