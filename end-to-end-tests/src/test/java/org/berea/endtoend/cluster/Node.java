package org.berea.endtoend.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place in a YAML document; one that is not there is empty. */
record Node(@Nullable Object value) {
    Node at(String... path) {
        Object found = value;
        for (String name : path) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return new Node(found);
    }

    boolean isThere() {
        return value != null;
    }

    /** Nothing is the empty text. */
    String text() {
        return value == null ? "" : value.toString();
    }

    int number() {
        return value instanceof Number number ? number.intValue() : 0;
    }

    /** The items of a list; of anything else none. */
    List<Node> items() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    Stream<String> texts() {
        return items().stream().map(Node::text);
    }

    /** A copy of a map; anything else makes an empty one. */
    Map<String, Object> map() {
        return value instanceof Map<?, ?> map ? Yaml.map(map) : Map.of();
    }

    List<String> names() {
        return List.copyOf(map().keySet());
    }

    /** A Service's selector in the form that all others have. */
    Node asLabels() {
        return new Node(Collections.singletonMap("matchLabels", value));
    }

    /** Whether all entries of the other map are in this one. */
    boolean holds(Node other) {
        return other.names().stream()
                .allMatch(name -> at(name).text().equals(other.at(name).text()));
    }

    /**
     * As JSON-like text in which the order of names, and of items with a name, makes no difference.
     */
    String sorted() {
        if (value instanceof Map<?, ?>) {
            return names().stream()
                    .sorted()
                    .map(name -> name + "=" + at(name).sorted())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?>) {
            Stream<String> all = items().stream().map(Node::sorted);
            boolean isNamed = items().stream().allMatch(item -> !item.names().isEmpty());
            return (isNamed ? all.sorted() : all).collect(Collectors.joining(", ", "[", "]"));
        }
        return text();
    }
}
