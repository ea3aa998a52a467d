package org.berea.simulator.behaviour;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.berea.simulator.openai.Message;

/**
 * Behaviours written into a user's message, for clients that cannot send a header: {@code
 * [[simulate: fault=cut after=20 pace=50]]}. Names are those of {@link Behaviour}; text with blanks
 * stands in double quotes, a flag may stand alone ({@code always}). Two closing brackets end it.
 */
public final class Directives {
    private static final Pattern DIRECTIVE =
            Pattern.compile("\\[\\[simulate:(.*?)]]", Pattern.DOTALL);

    private Directives() {}

    /** The position of the last user message that has a directive, or -1. */
    static int position(List<Message> messages) {
        for (int index = messages.size() - 1; index >= 0; index--) {
            Message message = messages.get(index);
            if (message.isFrom("user") && DIRECTIVE.matcher(message.content()).find()) {
                return index;
            }
        }
        return -1;
    }

    /** What the directives of one message say, later ones over earlier ones. */
    static Behaviour read(String content) {
        return DIRECTIVE
                .matcher(content)
                .results()
                .map((MatchResult found) -> BehaviourReader.directive(found.group(1)))
                .reduce(Behaviour.UNCHANGED, (below, above) -> above.over(below));
    }

    /** The text without its directives. */
    public static String without(String content) {
        return DIRECTIVE.matcher(content).replaceAll("").strip();
    }
}
