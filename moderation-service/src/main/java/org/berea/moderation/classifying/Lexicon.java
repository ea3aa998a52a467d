package org.berea.moderation.classifying;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every word and expression that the policy names, each with a number. */
final class Lexicon {
    private final Node root = new Node();
    private final Set<String> words = new HashSet<>();
    private int count;

    /** An expression that begins at some word: its number, and the index after its last word. */
    record Hit(int expression, int end) {}

    /** The number of an expression of one or more words, given when it is new. */
    int number(List<String> expression) {
        Node node = root;
        for (String word : expression) {
            words.add(word);
            node = node.next.computeIfAbsent(word, _ -> new Node());
        }
        if (node.expression < 0) {
            node.expression = count++;
        }
        return node.expression;
    }

    boolean knows(String word) {
        return words.contains(word);
    }

    /** All expressions that begin at that index. */
    List<Hit> at(List<Token> tokens, int index) {
        Node node = root.next.get(tokens.get(index).word());
        if (node == null) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>(2);
        int end = index;
        for (@Nullable Node step = node; step != null; step = step.after(tokens, end)) {
            end++;
            if (step.expression >= 0) {
                hits.add(new Hit(step.expression, end));
            }
        }
        return hits;
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private int expression = -1;

        private @Nullable Node after(List<Token> tokens, int index) {
            return index < tokens.size() ? next.get(tokens.get(index).word()) : null;
        }
    }
}
