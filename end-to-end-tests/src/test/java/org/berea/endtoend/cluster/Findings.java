package org.berea.endtoend.cluster;

import java.util.ArrayList;
import java.util.List;

/** What does not fit, a line each. */
final class Findings {
    private final List<String> lines = new ArrayList<>();

    /** Notes where something is wrong and what, unless it is right. */
    void unless(boolean right, String where, String wrong) {
        if (!right) {
            lines.add(where + ": " + wrong);
        }
    }

    List<String> lines() {
        return lines.stream().distinct().sorted().toList();
    }
}
