package org.berea.contracts.completion;

import java.util.List;
import org.berea.contracts.CompletionId;
import org.berea.contracts.problem.Problem;

/** One event of an answer's stream, in the order in which a client sees them. */
public sealed interface AnswerEvent {
    /** The first event. */
    record Start(CompletionId id, Task task) implements AnswerEvent {}

    /** What was retrieved, before any text. */
    record Sources(List<Passage> passages, List<Degradation> degraded) implements AnswerEvent {
        public Sources {
            passages = List.copyOf(passages);
            degraded = List.copyOf(degraded);
        }
    }

    /** A reference that the next sentence holds. */
    record Cited(Citation citation) implements AnswerEvent {}

    /** A piece of released text. */
    record Token(String token) implements AnswerEvent {}

    /** Something the reader should know. */
    record Noticed(Notice notice) implements AnswerEvent {}

    /** What was used; the last event before the end. */
    record Used(Usage usage) implements AnswerEvent {}

    /** The honest end: everything was sent and recorded. */
    record Done() implements AnswerEvent {}

    /** The other end: the answer broke off, and what was sent is not whole. */
    record Failed(Problem problem) implements AnswerEvent {}
}
