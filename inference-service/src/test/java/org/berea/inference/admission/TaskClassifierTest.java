package org.berea.inference.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.berea.contracts.completion.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TaskClassifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    What does Romans 8:28 mean in context? | VERSE_LOOKUP
                    Read me Psalm 23                       | VERSE_LOOKUP
                    Who was Nicodemus?                     | VERSE_LOOKUP
                    Define grace                           | DEFINITION
                    What does the word agape mean?         | DEFINITION
                    What is a covenant?                    | DEFINITION
                    what is faith                          | DEFINITION
                    Summarize Ephesians 2                  | SUMMARIZATION
                    Give me an overview of Genesis 1       | SUMMARIZATION
                    A STUDY GUIDE for James 1, please      | STUDY_GUIDE
                    Make a lesson plan that summarizes it  | STUDY_GUIDE
                    A deep dive into Romans 8              | VERSE_LOOKUP
                    """)
    void guessesTheTaskFromTheWordsOfTheQuestion(String question, Task task) {
        assertThat(TaskClassifier.classify(question)).isEqualTo(task);
    }
}
