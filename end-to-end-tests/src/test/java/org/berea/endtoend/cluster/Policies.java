package org.berea.endtoend.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What network policies allow between pods of one namespace in which nothing else is allowed. */
record Policies(Manifests manifests) {
    boolean letOut(Workload from, Workload to, int port) {
        return rules(from, "egress").anyMatch(rule -> allows(rule, "to", to, to, port));
    }

    boolean letIn(Workload from, Workload to, int port) {
        return rules(to, "ingress").anyMatch(rule -> allows(rule, "from", from, to, port));
    }

    private Stream<Node> rules(Workload pods, String direction) {
        return manifests
                .of("NetworkPolicy")
                .filter(policy -> pods.isMeantBy(policy.at("spec", "podSelector")))
                .flatMap(policy -> policy.at("spec", direction).items().stream());
    }

    /** A rule without peers means everybody, one without ports every port. */
    private static boolean allows(
            Node rule, String peers, Workload peer, Workload target, int port) {
        boolean isPeer =
                !rule.at(peers).isThere()
                        || rule.at(peers).items().stream().anyMatch(it -> isOneOf(it, peer));
        boolean isPort =
                !rule.at("ports").isThere()
                        || rule.at("ports").items().stream()
                                .anyMatch(
                                        it -> target.port(it.at("port")).equals(Optional.of(port)));
        return isPeer && isPort;
    }

    /** A peer in any namespace is in this one too; one in a certain other namespace is not. */
    private static boolean isOneOf(Node peer, Workload pods) {
        Node namespace = peer.at("namespaceSelector");
        boolean isHere = namespace.names().isEmpty();
        return peer.at("podSelector").isThere() && isHere && pods.isMeantBy(peer.at("podSelector"));
    }

    /** Selectors that mean no pods, and ports that the pods do not have. */
    void check(Findings findings) {
        manifests.of("NetworkPolicy").forEach(policy -> check(policy, findings));
    }

    private void check(Node policy, Findings findings) {
        String title = Manifests.titleOf(policy);
        List<Workload> pods = manifests.selected(policy.at("spec", "podSelector"));
        findings.unless(!pods.isEmpty(), title, "it means no pods");
        for (Node value : policy.at("spec", "podSelector", "matchExpressions").items()) {
            value.at("values")
                    .texts()
                    .forEach(
                            name ->
                                    findings.unless(
                                            manifests.workloads().stream()
                                                    .anyMatch(
                                                            w ->
                                                                    w.labels()
                                                                            .at(
                                                                                    value.at("key")
                                                                                            .text())
                                                                            .text()
                                                                            .equals(name)),
                                            title,
                                            "there are no pods '" + name + "'"));
        }
        for (Node rule : policy.at("spec", "ingress").items()) {
            checkPeers(rule, "from", title, findings);
            rule.at("ports")
                    .items()
                    .forEach(
                            port ->
                                    findings.unless(
                                            pods.stream()
                                                    .allMatch(
                                                            it ->
                                                                    it.port(port.at("port"))
                                                                            .isPresent()),
                                            title,
                                            "no port '%s' in the pods it means"
                                                    .formatted(port.at("port").text())));
        }
        policy.at("spec", "egress")
                .items()
                .forEach(rule -> checkPeers(rule, "to", title, findings));
    }

    /** A peer of this namespace is there; to where it is, its ports are there too. */
    private void checkPeers(Node rule, String peers, String title, Findings findings) {
        for (Node peer : rule.at(peers).items()) {
            if (!peer.at("podSelector").isThere() || peer.at("namespaceSelector").isThere()) {
                continue;
            }
            List<Workload> pods = manifests.selected(peer.at("podSelector"));
            findings.unless(
                    !pods.isEmpty(), title, "there are no pods " + peer.at("podSelector").text());
            boolean hasPorts =
                    peers.equals("from")
                            || rule.at("ports").items().stream()
                                    .allMatch(
                                            port ->
                                                    pods.stream()
                                                            .allMatch(
                                                                    it ->
                                                                            it.port(port.at("port"))
                                                                                    .isPresent()));
            findings.unless(
                    hasPorts,
                    title,
                    "pods %s have other ports".formatted(peer.at("podSelector").text()));
        }
    }
}
