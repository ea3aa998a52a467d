package org.berea.inference.streaming;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.berea.contracts.CompletionId;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Citation;
import org.berea.contracts.completion.Completion;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.problem.ProblemException;
import org.berea.inference.safeguards.Notices;
import org.jspecify.annotations.Nullable;

/** Gathers an answer's events into one body; a failed answer has none. */
final class Body {
    private final StringBuilder text = new StringBuilder();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Degradation> degraded = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private @Nullable CompletionId id;
    private @Nullable Task task;
    private @Nullable Usage usage;

    void add(AnswerEvent event) {
        switch (event) {
            case AnswerEvent.Start(var started, var what) -> {
                id = started;
                task = what;
            }
            case AnswerEvent.Sources(var found, var steps) -> {
                passages.addAll(found);
                degraded.addAll(steps);
            }
            case AnswerEvent.Cited(var citation) -> citations.add(citation);
            case AnswerEvent.Token(var token) -> text.append(token);
            case AnswerEvent.Noticed(var notice) -> note(notice);
            case AnswerEvent.Used(var used) -> usage = used;
            case AnswerEvent.Done _ -> {}
            case AnswerEvent.Failed(var problem) -> throw new ProblemException(problem);
        }
    }

    private void note(Notice notice) {
        notices.add(notice);
        Notices.stepIn(notice).filter(step -> !degraded.contains(step)).ifPresent(degraded::add);
    }

    /**
     * @param structured what the text is read as, or null when it is prose
     */
    Completion whole(@Nullable Function<String, Object> structured) {
        if (id == null || task == null || usage == null) {
            throw new IllegalStateException("the answer ended before it was whole");
        }
        return new Completion(
                id,
                task,
                structured == null ? text.toString().strip() : null,
                structured == null ? null : structured.apply(text.toString()),
                passages,
                citations,
                notices,
                degraded,
                usage);
    }
}
