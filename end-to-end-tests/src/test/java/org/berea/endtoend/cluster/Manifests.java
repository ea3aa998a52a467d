package org.berea.endtoend.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that would be applied to a cluster. */
record Manifests(List<Node> all) {
    Stream<Node> of(String kind) {
        return all.stream().filter(manifest -> manifest.at("kind").text().equals(kind));
    }

    Optional<Node> find(String kind, String name) {
        return of(kind).filter(manifest -> nameOf(manifest).equals(name)).findFirst();
    }

    List<Workload> workloads() {
        return Stream.of("Deployment", "StatefulSet").flatMap(this::of).map(Workload::new).toList();
    }

    /** The workloads whose pods a selector means; one without labels means all. */
    List<Workload> selected(Node selector) {
        return workloads().stream().filter(workload -> workload.isMeantBy(selector)).toList();
    }

    static String nameOf(Node manifest) {
        return manifest.at("metadata", "name").text();
    }

    /** As in {@code Service search}. */
    static String titleOf(Node manifest) {
        return manifest.at("kind").text() + " " + nameOf(manifest);
    }
}
