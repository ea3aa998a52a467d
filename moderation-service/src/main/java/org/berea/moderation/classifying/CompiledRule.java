package org.berea.moderation.classifying;

import java.util.List;
import java.util.regex.Pattern;

/** A rule ready to run. */
record CompiledRule(
        String category, String name, double weight, List<Phrase> phrases, List<Pattern> markup) {
    Evidence at(int start, int end) {
        return new Evidence(category, name, weight, start, end);
    }
}
