package org.berea.inference.prompting;

import static org.berea.inference.prompting.Instructions.lines;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Turn;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.grounding.Grounded;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Writes the prompt within its budget: instructions and question always, then the passages from the
 * best on, then the history from the newest back.
 */
@Component
@EnableConfigurationProperties(PromptingSettings.class)
public final class Prompting {
    /** What a message costs beside its text. */
    private static final int PER_MESSAGE = 5;

    private final TokenCounter counter;
    private final PromptingSettings settings;

    Prompting(TokenCounter counter, PromptingSettings settings) {
        this.counter = counter;
        this.settings = settings;
    }

    /** The prompt; {@link InvalidValueException} when the question alone is over the budget. */
    public Prompt write(AdmittedQuestion question, Grounded grounded) {
        String head =
                grounded.isEmpty()
                        ? Instructions.ungrounded(question.task())
                        : Instructions.grounded(question.task(), question.translation());
        int left = settings.budget() - cost(head) - cost(question.prompt());
        if (left < 0) {
            throw InvalidValueException.unshown(
                    "prompt", "too many tokens", "what fits into " + settings.budget());
        }
        var passages = new ArrayList<Passage>();
        var system = new StringBuilder(head);
        for (Passage passage : grounded.passages()) {
            int cost = counter.count(lines(passage));
            if (cost > left) {
                break;
            }
            left -= cost;
            passages.add(passage);
            system.append(lines(passage)).append('\n');
        }
        List<Turn> history = newest(question.history(), left);
        int tokens = settings.budget() - left + history.stream().mapToInt(this::cost).sum();
        return new Prompt(system.toString(), history, question.prompt(), passages, tokens);
    }

    private List<Turn> newest(List<Turn> history, int budget) {
        var kept = new LinkedList<Turn>();
        int left = budget;
        for (Turn turn : history.reversed()) {
            left -= cost(turn);
            if (left < 0) {
                break;
            }
            kept.addFirst(turn);
        }
        return kept;
    }

    private int cost(Turn turn) {
        return cost(turn.content());
    }

    private int cost(String message) {
        return counter.count(message) + PER_MESSAGE;
    }
}
