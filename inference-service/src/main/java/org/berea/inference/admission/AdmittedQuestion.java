package org.berea.inference.admission;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Turn;
import org.berea.inference.schema.AnswerSchema;
import org.jspecify.annotations.Nullable;

/** A question that may be answered. Only admission makes one, so no stage can skip it. */
public final class AdmittedQuestion {
    private final Question question;
    private final Task task;
    private final String translation;
    private final @Nullable AnswerSchema schema;

    AdmittedQuestion(
            Question question, Task task, String translation, @Nullable AnswerSchema schema) {
        this.question = question;
        this.task = task;
        this.translation = translation;
        this.schema = schema;
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

    /** The earlier messages that were screened, oldest first. */
    public List<Turn> history() {
        return question.history();
    }

    /** What the answer must fit, when a structured one is asked for. */
    public Optional<AnswerSchema> schema() {
        return Optional.ofNullable(schema);
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
