package org.berea.benchmarks.faults.asking;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What one caller is going to do.
 *
 * @param stream whether as a stream of events rather than one body
 * @param act what it does while the answer comes
 * @param events how many events it waits for before it does that
 */
record Wish(String user, String prompt, boolean stream, Act act, int events) {
    private static final int USERS = 60;
    private static final int MOST_EVENTS = 25;
    private static final int CODE_LENGTH = 7;
    private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";
    private static final List<String> VERSES =
            List.of(
                    "Romans 8:28",
                    "Psalm 23:1",
                    "John 3:16",
                    "Ephesians 2:8",
                    "James 1:5",
                    "Matthew 5:3",
                    "1 Corinthians 13:4",
                    "Philippians 4:6",
                    "Genesis 1:1",
                    "Isaiah 53:5",
                    "Luke 15:11",
                    "Exodus 20:3");
    private static final List<String> ASKED =
            List.of(
                    "What does %s mean in context?",
                    "What does %s say?",
                    "Explain %s.",
                    "Write a study guide about %s.",
                    "Summarise %s.");
    private static final List<String> MODEL_FAULTS =
            List.of("fault=cut after=25", "fault=server-error", "fault=reset after=15");

    /** What a caller does while the answer comes. */
    enum Act {
        STAY,
        LEAVE,
        STOP
    }

    /** The next one; one in six is a question that others ask too. */
    static Wish of(RandomGenerator random) {
        String user = "user-" + random.nextInt(USERS);
        String verse = VERSES.get(random.nextInt(VERSES.size()));
        boolean shared = random.nextInt(6) == 0;
        String prompt =
                ASKED.get(random.nextInt(ASKED.size())).formatted(verse)
                        + (shared ? "" : " This is for group " + code(random) + ".")
                        + modelFault(random);
        boolean stream = random.nextInt(5) != 0;
        return new Wish(user, prompt, stream, act(random, stream), random.nextInt(MOST_EVENTS));
    }

    private static String modelFault(RandomGenerator random) {
        return random.nextInt(12) == 0
                ? " [[simulate: " + MODEL_FAULTS.get(random.nextInt(MODEL_FAULTS.size())) + "]]"
                : "";
    }

    private static Act act(RandomGenerator random, boolean stream) {
        int number = random.nextInt(8);
        if (!stream || number > 1) {
            return Act.STAY;
        }
        return number == 0 ? Act.LEAVE : Act.STOP;
    }

    // No word of any language, so that no question is like another, and none is turned away.
    private static String code(RandomGenerator random) {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
        }
        return code.toString();
    }
}
