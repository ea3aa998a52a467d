package org.berea.inference.admission;

import java.util.Map;
import java.util.regex.Pattern;
import org.berea.contracts.completion.Task;

/**
 * Guesses the task of a question that names none. Deep dives are never guessed: they use the
 * largest model and refuse rather than step down, so somebody has to ask for one.
 */
final class TaskClassifier {
    private static final Map<Task, Pattern> CUES =
            Map.of(
                    Task.STUDY_GUIDE,
                    cue("study guide|lesson plan|discussion questions|bible study on|study plan"),
                    Task.SUMMARIZATION,
                    cue("summar\\w+|overview of|outline of|in a nutshell|main points"),
                    Task.DEFINITION,
                    cue(
                            "define|definition of|what does the word|meaning of the word|what is (?:a|an|the)?\\s*\\w+\\??$"));

    private TaskClassifier() {}

    static Task classify(String prompt) {
        for (Task task : new Task[] {Task.STUDY_GUIDE, Task.SUMMARIZATION, Task.DEFINITION}) {
            Pattern cue = CUES.get(task);
            if (cue != null && cue.matcher(prompt).find()) {
                return task;
            }
        }
        return Task.VERSE_LOOKUP;
    }

    private static Pattern cue(String words) {
        return Pattern.compile(
                "\\b(?:" + words + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
