package org.berea.simulator.behaviour;

import java.util.List;
import java.util.regex.Pattern;
import org.berea.simulator.openai.Message;

/**
 * Recognises a prompt that corrects or continues an earlier answer: its last message is the
 * assistant's, or an assistant's message follows the directive, or its last message says so.
 */
final class Correction {
    private static final Pattern SAID_SO =
            Pattern.compile(
                    """
                    continue\\s+(the|your|this|that)\\s+(\\w+\\s+)?(answer|text|reply|response)\
                    |continue\\s+(it\\s+)?(directly|exactly|right|from|after|where|with)\
                    |(last|previous|earlier|your)\\s+(answer|sentence|reply|response|output)\\s+\
                    (was|is|had|has|did|does|cited|quoted|broke|stopped)\
                    |(was|were|been)\\s+(withheld|rejected|refused|dropped|cut\\s+off)\
                    |(did|does)\\s+not\\s+(match|fit|parse|validate)\
                    |(correct|repair|rewrite|replace)\\s+(it|that|this|them|your|the)\
                    |try\\s+again|once\\s+more|do\\s+not\\s+repeat""",
                    Pattern.CASE_INSENSITIVE);

    private Correction() {}

    /**
     * @param directive the position of the message with the directive, or -1
     */
    static boolean isAskedBy(List<Message> messages, int directive) {
        Message last = messages.getLast();
        return last.isFrom("assistant")
                || directive >= 0 && hasAnswerAfter(messages, directive)
                || SAID_SO.matcher(Directives.without(last.content())).find();
    }

    private static boolean hasAnswerAfter(List<Message> messages, int directive) {
        return messages.subList(directive, messages.size()).stream()
                .anyMatch(message -> message.isFrom("assistant"));
    }
}
