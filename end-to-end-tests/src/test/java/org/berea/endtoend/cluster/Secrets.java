package org.berea.endtoend.cluster;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The keys of each Secret that will be there. */
record Secrets(Map<String, Set<String>> keys) {
    /** What a component fetches. */
    static Secrets fetchedBy(Manifests manifests) {
        var keys = new TreeMap<String, Set<String>>();
        manifests
                .of("ExternalSecret")
                .forEach(
                        secret ->
                                keys.put(
                                        secret.at("spec", "target", "name").text(),
                                        secret.at("spec", "data").items().stream()
                                                .map(entry -> entry.at("secretKey").text())
                                                .collect(Collectors.toSet())));
        return new Secrets(keys);
    }

    /** Those that are written out. */
    static Secrets in(String yaml) {
        return new Secrets(
                Yaml.documents(yaml).stream()
                        .map(Node::new)
                        .collect(
                                Collectors.toMap(
                                        Manifests::nameOf,
                                        secret -> Set.copyOf(secret.at("data").names()))));
    }

    boolean has(String name) {
        return keys.containsKey(name);
    }

    boolean has(String name, String key) {
        return keys.getOrDefault(name, Set.of()).contains(key);
    }
}
