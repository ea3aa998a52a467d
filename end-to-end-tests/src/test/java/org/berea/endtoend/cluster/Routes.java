package org.berea.endtoend.cluster;

import static org.berea.endtoend.cluster.Manifests.titleOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Addresses lead somewhere, and the network policies let them. */
final class Routes {
    private static final Pattern ADDRESS = Pattern.compile("(?:^|//|,)([a-z][a-z0-9.-]*):([0-9]+)");

    private final Manifests manifests;
    private final Policies policies;
    private final Findings findings;

    Routes(Manifests manifests, Findings findings) {
        this.manifests = manifests;
        this.policies = new Policies(manifests);
        this.findings = findings;
    }

    void check() {
        manifests.of("Service").forEach(this::checkService);
        manifests.of("Ingress").forEach(this::checkIngress);
        manifests.workloads().forEach(this::checkGoverningService);
        manifests.workloads().forEach(this::checkAddresses);
    }

    private void checkService(Node service) {
        List<Workload> pods = manifests.selected(service.at("spec", "selector").asLabels());
        findings.unless(
                pods.size() == 1,
                titleOf(service),
                "its selector means " + pods.size() + " workloads");
        for (Node port : service.at("spec", "ports").items()) {
            findings.unless(
                    pods.stream().allMatch(pod -> pod.port(port.at("targetPort")).isPresent()),
                    titleOf(service),
                    "no port '" + port.at("targetPort").text() + "' in its pods");
        }
    }

    private void checkIngress(Node ingress) {
        ingress.at("spec", "rules").items().stream()
                .flatMap(rule -> rule.at("http", "paths").items().stream())
                .map(path -> path.at("backend", "service"))
                .forEach(
                        backend ->
                                findings.unless(
                                        hasPort(backend),
                                        titleOf(ingress),
                                        "no Service %s with port %s"
                                                .formatted(
                                                        backend.at("name").text(),
                                                        backend.at("port", "name").text())));
    }

    private boolean hasPort(Node backend) {
        return manifests.find("Service", backend.at("name").text()).stream()
                .flatMap(service -> service.at("spec", "ports").items().stream())
                .anyMatch(port -> port.at("name").text().equals(backend.at("port", "name").text()));
    }

    private void checkGoverningService(Workload workload) {
        Node name = workload.manifest().at("spec", "serviceName");
        findings.unless(
                !name.isThere() || manifests.find("Service", name.text()).isPresent(),
                workload.title(),
                "no Service '" + name.text() + "'");
    }

    private void checkAddresses(Workload from) {
        if (!from.isOurs()) {
            return;
        }
        for (Node container : from.containers()) {
            for (Map.Entry<String, String> variable :
                    Variables.of(container, manifests).entrySet()) {
                ADDRESS.matcher(variable.getValue())
                        .results()
                        .forEach(address -> checkAddress(from, variable.getKey(), address));
            }
        }
    }

    private void checkAddress(Workload from, String variable, MatchResult address) {
        List<String> host = List.of(address.group(1).split("\\."));
        if (isElsewhere(host)) {
            return;
        }
        Optional<Workload> to = podsBehind(host, address.group(2));
        String named = "%s names %s:%s".formatted(variable, address.group(1), address.group(2));
        findings.unless(to.isPresent(), from.title(), named + ", which is no Service");
        to.ifPresent(pods -> checkArrow(from, pods, address.group(2), named));
    }

    private void checkArrow(Workload from, Workload to, String servicePort, String named) {
        int port = targetOf(to, servicePort);
        findings.unless(
                policies.letOut(from, to, port),
                from.title(),
                named + ", and no policy lets it out");
        findings.unless(
                policies.letIn(from, to, port),
                to.title(),
                "no policy lets in " + from.name() + " at " + port);
    }

    /**
     * In another namespace or outside: {@code kafka.stores}, but not {@code search-0.search-pods}.
     */
    private boolean isElsewhere(List<String> host) {
        return host.size() > 1 && manifests.find("Service", host.get(1)).isEmpty();
    }

    private Optional<Workload> podsBehind(List<String> host, String port) {
        String name = host.getLast();
        return manifests
                .find("Service", name)
                .filter(
                        service ->
                                service.at("spec", "ports").items().stream()
                                        .anyMatch(it -> it.at("port").text().equals(port)))
                .flatMap(
                        service ->
                                manifests
                                        .selected(service.at("spec", "selector").asLabels())
                                        .stream()
                                        .findFirst())
                .filter(
                        pods ->
                                host.size() == 1
                                        || host.getFirst().matches(pods.name() + "-[0-9]+"));
    }

    private int targetOf(Workload to, String servicePort) {
        return manifests
                .of("Service")
                .filter(service -> to.isMeantBy(service.at("spec", "selector").asLabels()))
                .flatMap(service -> service.at("spec", "ports").items().stream())
                .filter(port -> port.at("port").text().equals(servicePort))
                .map(port -> to.port(port.at("targetPort")).orElse(0))
                .findFirst()
                .orElse(0);
    }
}
