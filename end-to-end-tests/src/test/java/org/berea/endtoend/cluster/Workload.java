package org.berea.endtoend.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Deployment or a StatefulSet, and the pods that it makes. */
record Workload(Node manifest) {
    String title() {
        return Manifests.titleOf(manifest);
    }

    String name() {
        return Manifests.nameOf(manifest);
    }

    Node pod() {
        return manifest.at("spec", "template", "spec");
    }

    Node labels() {
        return manifest.at("spec", "template", "metadata", "labels");
    }

    /** A service of this project rather than a store that stands in for one. */
    boolean isOurs() {
        return labels().at("app.kubernetes.io/part-of").text().equals("berea");
    }

    List<Node> containers() {
        return pod().at("containers").items();
    }

    /** The containers' ports. */
    Stream<Node> ports() {
        return containers().stream().flatMap(container -> container.at("ports").items().stream());
    }

    /** The number of a port that is given by name or number, when a container has it. */
    Optional<Integer> port(Node port) {
        return ports().filter(
                        known ->
                                known.at("name").text().equals(port.text())
                                        || known.at("containerPort").text().equals(port.text()))
                .map(known -> known.at("containerPort").number())
                .findFirst();
    }

    boolean isMeantBy(Node selector) {
        return labels().holds(selector.at("matchLabels"))
                && selector.at("matchExpressions").items().stream().allMatch(this::matches);
    }

    private boolean matches(Node expression) {
        Node label = labels().at(expression.at("key").text());
        return switch (expression.at("operator").text()) {
            case "In" -> expression.at("values").texts().anyMatch(label.text()::equals);
            case "Exists" -> label.isThere();
            default -> throw new IllegalArgumentException("operator: " + expression);
        };
    }
}
