package org.berea.benchmarks.trace;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spans as a tree: what belongs to a step stands below it, in the order of its beginning. */
final class Tree {
    private static final double MILLION = 1e6;
    private static final int WIDTH = 76;

    private final List<Span> spans;
    private final Map<String, List<Span>> children;

    Tree(List<Span> spans) {
        this.spans = spans.stream().sorted(Comparator.comparingLong(Span::begin)).toList();
        this.children = this.spans.stream().collect(groupingBy(Span::parent));
    }

    Set<String> services() {
        return spans.stream().map(Span::service).collect(toSet());
    }

    Set<String> names() {
        return spans.stream().map(Span::name).collect(toSet());
    }

    /** Those that belong to nothing that is here; one in a whole trace. */
    List<Span> roots() {
        Set<String> ids = spans.stream().map(Span::id).collect(toSet());
        return spans.stream().filter(span -> !ids.contains(span.parent())).toList();
    }

    /** A line each: what, when it began after the first, how long it took, in milliseconds. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        roots().forEach(root -> add(root, "", lines));
        return lines;
    }

    private void add(Span span, String indent, List<String> lines) {
        String what =
                "%s%s: %s%s"
                        .formatted(
                                indent,
                                span.service(),
                                span.name(),
                                span.failed() ? " FAILED" : "");
        lines.add(
                "%s %8.1f %8.1f"
                        .formatted(
                                what.length() < WIDTH ? padded(what) : what,
                                (span.begin() - spans.getFirst().begin()) / MILLION,
                                span.length().toNanos() / MILLION));
        children.getOrDefault(span.id(), List.of())
                .forEach(child -> add(child, indent + "  ", lines));
    }

    private static String padded(String text) {
        return text + " ".repeat(WIDTH - text.length());
    }
}
