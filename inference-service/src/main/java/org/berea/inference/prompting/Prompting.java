package org.berea.inference.prompting;

import static org.berea.inference.prompting.Excerpts.firstVerses;
import static org.berea.inference.prompting.Excerpts.lines;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
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

    private static final int LONGEST_CORRECTION = 500;

    private final TokenCounter counter;
    private final PromptingSettings settings;

    Prompting(TokenCounter counter, PromptingSettings settings) {
        this.counter = counter;
        this.settings = settings;
    }

    /** The prompt; {@link InvalidValueException} when the question alone is over the budget. */
    public Prompt write(AdmittedQuestion question, Grounded grounded) {
        int room = settings.budget() - cost(question.prompt());
        String head = Instructions.grounded(question.task(), question.translation());
        String form = Instructions.form(question.schema());
        List<Passage> passages = fitting(grounded.passages(), room - cost(head + form));
        String system =
                passages.isEmpty()
                        ? Instructions.ungrounded(question.task()) + form
                        : head + lines(passages) + form;
        int left = room - cost(system);
        if (left < 0) {
            throw InvalidValueException.unshown(
                    "prompt", "too many tokens", "what fits into " + settings.budget());
        }
        List<Turn> history = newest(question.history(), left);
        int tokens = settings.budget() - left + history.stream().mapToInt(this::cost).sum();
        return new Prompt(system, history, question.prompt(), passages, tokens);
    }

    /** The longest prompt that {@link #write} makes, in tokens. */
    public int longest() {
        return settings.budget();
    }

    /** By how much {@link #correct} lengthens a prompt, in tokens, after an answer so long. */
    public int longestCorrection(int answerTokens) {
        return answerTokens + LONGEST_CORRECTION;
    }

    /** The same prompt, with an answer that did not do and what is wrong with it. */
    public Prompt correct(Prompt prompt, String answer, List<String> problems) {
        var history = new ArrayList<>(prompt.history());
        history.add(new Turn(Turn.Role.USER, prompt.question()));
        if (!answer.isBlank()) {
            history.add(new Turn(Turn.Role.ASSISTANT, answer));
        }
        String correction = Instructions.correction(problems);
        int tokens = prompt.tokens() + cost(answer) + cost(correction);
        return new Prompt(prompt.system(), history, correction, prompt.passages(), tokens);
    }

    /** The passages from the first on, the last one shortened if need be. */
    private List<Passage> fitting(List<Passage> passages, int budget) {
        var fitting = new ArrayList<Passage>();
        int left = budget;
        for (Passage passage : passages) {
            int cost = counter.count(lines(passage));
            if (cost > left) {
                shortened(passage, left).ifPresent(fitting::add);
                break;
            }
            left -= cost;
            fitting.add(passage);
        }
        return fitting;
    }

    private Optional<Passage> shortened(Passage passage, int budget) {
        for (int verses = passage.verses().size() - 1; verses > 0; verses--) {
            Passage first = firstVerses(passage, verses);
            if (counter.count(lines(first)) <= budget) {
                return Optional.of(first);
            }
        }
        return Optional.empty();
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
