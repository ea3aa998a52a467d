package org.berea.inference.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Turn;

/** A question that may be answered. Only admission makes one, so no stage can skip it. */
public final class AdmittedQuestion {
    private final Question question;
    private final Task task;
    private final String translation;

    AdmittedQuestion(Question question, Task task, String translation) {
        this.question = question;
        this.task = task;
        this.translation = translation;
    }

    public CompletionId id() {
        return question.id();
    }

    public Caller caller() {
        return question.caller();
    }

    public String prompt() {
        return question.request().prompt();
    }

    public List<Turn> history() {
        return question.request().history();
    }

    public Optional<Map<String, Object>> schema() {
        return question.request().schema();
    }

    public Task task() {
        return task;
    }

    public String translation() {
        return translation;
    }

    public Question asked() {
        return question;
    }
}
