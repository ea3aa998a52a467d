package org.berea.simulator.composing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.berea.simulator.behaviour.Directives;
import org.berea.simulator.openai.Message;

/** What the composer can see in a conversation: its verses, the question, what was already said. */
record Prompt(String given, String question, String said) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");
    private static final int SHORTEST_TELLING_WORD = 4;

    /**
     * @param correction whether the last message is about the answer and not the question
     */
    static Prompt of(List<Message> messages, boolean correction) {
        List<Message> asked = messages.stream().filter(message -> message.isFrom("user")).toList();
        int question = asked.size() - (correction && asked.size() > 1 ? 2 : 1);
        return new Prompt(
                joined(messages, false),
                asked.isEmpty() ? "" : withoutVerses(asked.get(question).content()),
                joined(messages, true));
    }

    List<ContextVerse> verses() {
        return PromptVerses.in(given);
    }

    /** Words of the question that say what it is about. */
    Set<String> topics() {
        return words(question);
    }

    static Set<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_TELLING_WORD)
                .collect(Collectors.toSet());
    }

    private static String joined(List<Message> messages, boolean byAssistant) {
        return messages.stream()
                .filter(message -> message.isFrom("assistant") == byAssistant)
                .map(message -> Directives.without(message.content()))
                .collect(Collectors.joining("\n"));
    }

    private static String withoutVerses(String content) {
        return Directives.without(content)
                .lines()
                .filter(line -> !PromptVerses.isVerse(line))
                .collect(Collectors.joining("\n"));
    }
}
