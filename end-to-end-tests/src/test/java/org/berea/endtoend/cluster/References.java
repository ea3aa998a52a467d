package org.berea.endtoend.cluster;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pods name by name is there: settings, Secrets and their keys, volumes, accounts. */
final class References {
    private static final List<String> PROBES =
            List.of("startupProbe", "livenessProbe", "readinessProbe");

    private final Manifests manifests;
    private final Secrets secrets;
    private final Secrets possible;
    private final KnownSettings known;
    private final Findings findings;

    /**
     * @param secrets that must be there
     * @param possible those that an optional reference may name
     */
    References(
            Manifests manifests,
            Secrets secrets,
            Secrets possible,
            KnownSettings known,
            Findings findings) {
        this.manifests = manifests;
        this.secrets = secrets;
        this.possible = possible;
        this.known = known;
        this.findings = findings;
    }

    void check() {
        for (Workload workload : manifests.workloads()) {
            checkPod(workload);
            for (Node container : workload.containers()) {
                checkSources(workload, container);
                checkVariables(workload, container);
                checkMounts(workload, container);
                checkProbes(workload, container);
            }
        }
    }

    private void checkPod(Workload workload) {
        Node account = workload.pod().at("serviceAccountName");
        findings.unless(
                !account.isThere() || manifests.find("ServiceAccount", account.text()).isPresent(),
                workload.title(),
                "no ServiceAccount '" + account.text() + "'");
        findings.unless(
                workload.isMeantBy(workload.manifest().at("spec", "selector")),
                workload.title(),
                "its selector does not mean its own pods");
        for (Node volume : workload.pod().at("volumes").items()) {
            Node secret = volume.at("secret", "secretName");
            findings.unless(
                    !secret.isThere() || secrets.has(secret.text()),
                    workload.title(),
                    "no Secret '" + secret.text() + "'");
        }
    }

    private void checkSources(Workload workload, Node container) {
        for (Node source : container.at("envFrom").items()) {
            String name = source.at("configMapRef", "name").text();
            findings.unless(
                    manifests.find("ConfigMap", name).isPresent(),
                    workload.title(),
                    "no ConfigMap '" + name + "'");
        }
        for (Node variable : container.at("env").items()) {
            checkKey(workload, variable.at("valueFrom", "configMapKeyRef"));
            checkSecret(workload, variable.at("valueFrom", "secretKeyRef"));
        }
    }

    private void checkKey(Workload workload, Node reference) {
        String name = reference.at("name").text();
        String key = reference.at("key").text();
        findings.unless(
                !reference.isThere()
                        || manifests
                                .find("ConfigMap", name)
                                .filter(map -> map.at("data", key).isThere())
                                .isPresent(),
                workload.title(),
                "no key '%s' in ConfigMap '%s'".formatted(key, name));
    }

    private void checkSecret(Workload workload, Node reference) {
        Secrets there = reference.at("optional").isThere() ? possible : secrets;
        findings.unless(
                !reference.isThere()
                        || there.has(reference.at("name").text(), reference.at("key").text()),
                workload.title(),
                "no key '%s' in Secret '%s'"
                        .formatted(reference.at("key").text(), reference.at("name").text()));
    }

    private void checkVariables(Workload workload, Node container) {
        if (!workload.isOurs()) {
            return;
        }
        Map<String, String> variables = Variables.of(container, manifests);
        for (String name : variables.keySet()) {
            boolean isPartOfOther =
                    variables.values().stream().anyMatch(v -> v.contains("$(" + name + ")"));
            findings.unless(
                    isPartOfOther || known.knows(workload.name(), name),
                    workload.title(),
                    name + " is no setting of this service");
        }
        twice(container)
                .forEach(name -> findings.unless(false, workload.title(), name + " is set twice"));
    }

    private Set<String> twice(Node container) {
        var seen = new HashSet<String>();
        Stream<String> shared =
                container.at("envFrom").items().stream()
                        .map(source -> source.at("configMapRef", "name").text())
                        .flatMap(name -> manifests.find("ConfigMap", name).stream())
                        .flatMap(map -> map.at("data").names().stream());
        Stream<String> own =
                container.at("env").items().stream().map(variable -> variable.at("name").text());
        return Stream.concat(shared, own)
                .filter(name -> !seen.add(name))
                .collect(Collectors.toSet());
    }

    private void checkMounts(Workload workload, Node container) {
        List<String> volumes =
                Stream.concat(
                                workload.pod().at("volumes").items().stream()
                                        .map(v -> v.at("name")),
                                workload
                                        .manifest()
                                        .at("spec", "volumeClaimTemplates")
                                        .items()
                                        .stream()
                                        .map(claim -> claim.at("metadata", "name")))
                        .map(Node::text)
                        .toList();
        List<String> mounted =
                container.at("volumeMounts").items().stream()
                        .map(m -> m.at("name").text())
                        .toList();
        findings.unless(
                Set.copyOf(volumes).equals(Set.copyOf(mounted))
                        && volumes.size() == Set.copyOf(volumes).size(),
                workload.title(),
                "volumes %s are mounted as %s".formatted(volumes, mounted));
        Variables.of(container, manifests)
                .forEach((name, value) -> checkFile(workload, container, name, value));
    }

    /** A setting that names a file in a mounted Secret names a key of it. */
    private void checkFile(Workload workload, Node container, String name, String value) {
        if (!name.endsWith("_FILE")) {
            return;
        }
        int slash = value.lastIndexOf('/');
        String folder = value.substring(0, Math.max(slash, 0));
        String file = value.substring(slash + 1);
        boolean isThere =
                container.at("volumeMounts").items().stream()
                        .filter(mount -> mount.at("mountPath").text().equals(folder))
                        .flatMap(mount -> volume(workload, mount.at("name").text()))
                        .anyMatch(
                                volume ->
                                        secrets.has(
                                                volume.at("secret", "secretName").text(), file));
        findings.unless(
                isThere, workload.title(), "%s: no mounted Secret has %s".formatted(name, value));
    }

    private static Stream<Node> volume(Workload workload, String name) {
        return workload.pod().at("volumes").items().stream()
                .filter(volume -> volume.at("name").text().equals(name));
    }

    private void checkProbes(Workload workload, Node container) {
        for (String probe : PROBES) {
            for (String way : List.of("httpGet", "tcpSocket")) {
                Node port = container.at(probe, way, "port");
                findings.unless(
                        !port.isThere() || workload.port(port).isPresent(),
                        workload.title(),
                        "%s: no port '%s'".formatted(probe, port.text()));
            }
        }
    }
}
