package org.berea.endtoend.cluster;

import static org.berea.endtoend.cluster.Manifests.titleOf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many pods there are, how they end and how they are watched. */
final class Scaling {
    private static final String SETTING = "BEREA_DRAIN";

    private final Manifests manifests;
    private final Findings findings;

    Scaling(Manifests manifests, Findings findings) {
        this.manifests = manifests;
        this.findings = findings;
    }

    void check() {
        manifests.of("HorizontalPodAutoscaler").forEach(it -> checkScaler(it, "Deployment"));
        manifests.of("ScaledObject").forEach(it -> checkScaler(it, "Deployment"));
        manifests.of("ScaledObject").forEach(this::checkPartitions);
        manifests.of("PodDisruptionBudget").forEach(this::checkBudget);
        manifests.of("PodMonitor").forEach(this::checkMonitor);
        manifests.workloads().stream().filter(Workload::isOurs).forEach(this::checkService);
    }

    private void checkScaler(Node scaler, String defaultKind) {
        Node target = scaler.at("spec", "scaleTargetRef");
        String kind = target.at("kind").isThere() ? target.at("kind").text() : defaultKind;
        Optional<Node> scaled = manifests.find(kind, target.at("name").text());
        findings.unless(
                scaled.isPresent(),
                titleOf(scaler),
                "no %s '%s'".formatted(kind, target.at("name").text()));
        findings.unless(
                scaled.filter(it -> it.at("spec", "replicas").isThere()).isEmpty(),
                titleOf(scaler),
                "what it scales has a number of replicas too");
    }

    /** More consumers than partitions are idle. */
    private void checkPartitions(Node scaler) {
        int partitions =
                manifests
                        .find("ConfigMap", "berea-worker")
                        .map(map -> map.at("data", "BEREA_TOPIC_PARTITIONS").text())
                        .map(Integer::parseInt)
                        .orElse(0);
        findings.unless(
                scaler.at("spec", "maxReplicaCount").number() <= partitions,
                titleOf(scaler),
                "more pods than " + partitions + " partitions");
    }

    private void checkBudget(Node budget) {
        int count = manifests.selected(budget.at("spec", "selector")).size();
        findings.unless(count == 1, titleOf(budget), "its selector means " + count + " workloads");
    }

    private void checkMonitor(Node monitor) {
        List<Workload> pods = manifests.selected(monitor.at("spec", "selector"));
        findings.unless(!pods.isEmpty(), titleOf(monitor), "it means no pods");
        for (Node endpoint : monitor.at("spec", "podMetricsEndpoints").items()) {
            findings.unless(
                    pods.stream().allMatch(pod -> pod.port(endpoint.at("port")).isPresent()),
                    titleOf(monitor),
                    "no port '" + endpoint.at("port").text() + "'");
        }
    }

    private void checkService(Workload workload) {
        findings.unless(
                manifests
                        .of("PodDisruptionBudget")
                        .anyMatch(it -> workload.isMeantBy(it.at("spec", "selector"))),
                workload.title(),
                "no PodDisruptionBudget means it");
        for (Node container : workload.containers()) {
            checkEnd(workload, container);
        }
        workload.pod().at("topologySpreadConstraints").items().stream()
                .filter(it -> !workload.isMeantBy(it.at("labelSelector")))
                .forEach(
                        it ->
                                findings.unless(
                                        false, workload.title(), "it is spread among others"));
    }

    private void checkEnd(Workload workload, Node container) {
        Map<String, String> variables = Variables.of(container, manifests);
        Duration drain = Duration.parse("PT" + variables.getOrDefault(SETTING, "0s"));
        int pause = container.at("lifecycle", "preStop", "sleep", "seconds").number();
        int grace = workload.pod().at("terminationGracePeriodSeconds").number();
        findings.unless(
                !drain.isZero() && pause > 0 && grace > pause + drain.toSeconds(),
                workload.title(),
                "killed %d s after the order to stop, %d s + %s are needed"
                        .formatted(grace, pause, drain));
    }
}
