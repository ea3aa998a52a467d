package org.berea.endtoend.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.berea.endtoend.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is applied to a cluster fits together, and fits the services. */
class ClusterTest {
    private static final Path DEPLOY = Project.ROOT.resolve("deploy/k8s");
    private static final List<String> COMPONENTS =
            List.of("stream-scaling", "keda", "prometheus-operator", "external-secrets");
    private static final Pattern CONSUMER =
            Pattern.compile("@KafkaListener\\(id = \"([a-z-]+)\", topics = Topics.COMPLETIONS");
    private static final Pattern HASH = Pattern.compile("(berea-[a-z]+)-[a-z0-9]{10}\\b");

    @TempDir Path folder;

    @Test
    void everyNameOfTheLocalOverlayLeadsSomewhere() throws Exception {
        assertThat(findingsOfLocal(DEPLOY)).isEmpty();
    }

    @Test
    void everyNameOfTheProductionOverlayLeadsSomewhere() {
        assertThat(findingsOfProduction(DEPLOY)).isEmpty();
    }

    @Test
    void everyNameLeadsSomewhereWithAllComponents() {
        assertThat(findingsOfProduction(DEPLOY, COMPONENTS.toArray(String[]::new))).isEmpty();
    }

    /** Each mistake is planted into a copy, and must be found in one of the overlays. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "base/pod.yaml|port: management|port: managment|no port 'managment'",
                "base/pod.yaml|terminationGracePeriodSeconds: 330|terminationGracePeriodSeconds:"
                        + " 60|killed 60 s after",
                "base/pod.yaml|secretName: berea-caller|secretName: berea-calls|no Secret"
                        + " 'berea-calls'",
                "base/pod.yaml|mountPath: /run/secrets/berea/caller|mountPath: /run/caller|no"
                        + " mounted Secret has",
                "base/common.env|caller/caller.key|caller/caller.pem|no mounted Secret has",
                "base/common.env|BEREA_DRAIN=300s|BEREA_DRAINS=300s|BEREA_DRAINS is no setting",
                "base/common.env|BEREA_DRAIN=300s|BEREA_DRAIN=400s|killed 330 s after",
                "base/stores.env|POSTGRES_URL=|POSTGRES_URI=|no key 'POSTGRES_URL' in ConfigMap"
                        + " 'berea-stores'",
                "base/stores.env|kafka:9092|kafka:9093|names kafka:9093, which is no Service",
                "base/gateway/settings.env|inference:8081|inferences:8081|which is no Service",
                "base/gateway/settings.env|worker:8085|worker:8086|which is no Service",
                "base/gateway/settings.env|BEREA_WORKER_URLS|BEREA_DATA_DIR|BEREA_DATA_DIR is no"
                        + " setting of this service",
                "base/gateway/deployment.yaml|name: berea-gateway|name: berea-gatway|no ConfigMap"
                        + " 'berea-gatway'",
                "base/gateway/deployment.yaml|serviceAccountName: gateway|serviceAccountName:"
                        + " gate|no ServiceAccount",
                "base/gateway/deployment.yaml|key: url|key: uri|no key 'uri' in Secret"
                        + " 'berea-redis'",
                "base/inference/deployment.yaml|key: openai|key: open-ai|no key 'open-ai' in Secret"
                        + " 'berea-models'",
                "base/inference/deployment.yaml|name: BEREA_SELF_URL|name:"
                        + " BEREA_BUDGET_ZONE|BEREA_BUDGET_ZONE is set twice",
                "base/embedding/settings.env|search-0.search-pods|embedding-0.search-pods|which is"
                        + " no Service",
                "base/search/statefulset.yaml|serviceName: search-pods|serviceName: pods|no Service"
                        + " 'pods'",
                "base/search/statefulset.yaml|- name: index|- name: indexes|are mounted as",
                "base/worker/service.yaml|targetPort: http|targetPort: web|no port 'web' in its"
                        + " pods",
                "base/worker/service.yaml|app.kubernetes.io/name: worker|app.kubernetes.io/name:"
                        + " workers|means 0 workloads",
                "base/worker/pdb.yaml|app.kubernetes.io/name: worker|app.kubernetes.io/name:"
                        + " workers|no PodDisruptionBudget",
                "base/embedding/hpa.yaml|kind: Deployment|kind: StatefulSet|no StatefulSet"
                        + " 'embedding'",
                "base/networkpolicy.yaml|port: 8082|port: 8092|no policy lets it out",
                "base/networkpolicy.yaml|values: [gateway, inference, embedding, worker]|values:"
                        + " [gateways]|there are no pods 'gateways'",
                "base/networkpolicy.yaml|port: http|port: https|no policy lets in gateway at 8081",
                "overlays/local/redis.yaml|targetPort: redis|targetPort: valkey|no port 'valkey'",
                "overlays/local/gateway.yaml|secretName: berea-token|secretName: berea-jwt|no"
                        + " Secret 'berea-jwt'",
                "components/keda/scaledobject.yaml|maxReplicaCount: 6|maxReplicaCount: 7|more pods"
                        + " than 6 partitions",
                "components/keda/worker.yaml|replicas: null|replicas: 3|has a number of replicas"
                        + " too",
                "components/ingress/ingress.yaml|name: http|name: web|no Service gateway with port"
                        + " web",
                "components/prometheus-operator/podmonitor.yaml|port: management|port: metrics|no"
                        + " port 'metrics'",
                "components/external-secrets/secrets.yaml|secretKey: api-key|secretKey: key|no key"
                        + " 'api-key' in Secret",
            })
    void findsAMistake(String file, String right, String wrong, String finding) throws Exception {
        Path copy = copyOf(DEPLOY);
        Path changed = copy.resolve(file);
        String text = Files.readString(changed);
        assertThat(text).contains(right);
        Files.writeString(changed, text.replace(right, wrong));

        var findings = new TreeSet<>(findingsOfLocal(copy));
        findings.addAll(findingsOfProduction(copy, COMPONENTS.toArray(String[]::new)));

        assertThat(findings).anySatisfy(line -> assertThat(line).contains(finding));
    }

    @Test
    void kedaAsksForTheLagOfEveryConsumer() throws IOException {
        Path worker = Project.ROOT.resolve("postprocess-worker/src/main/java");
        var consumers = new TreeSet<String>();
        try (Stream<Path> sources = Files.walk(worker)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                CONSUMER.matcher(Files.readString(source))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(consumers::add);
            }
        }

        Node scaled =
                new Node(
                        Yaml.documents(DEPLOY.resolve("components/keda/scaledobject.yaml"))
                                .getFirst());
        assertThat(scaled.at("spec", "triggers").items())
                .extracting(trigger -> trigger.at("metadata", "consumerGroup").text())
                .containsExactlyInAnyOrderElementsOf(consumers)
                .isNotEmpty();
    }

    /** The plain reading of kustomizations is the right one, wherever that can be asked. */
    @ParameterizedTest
    @ValueSource(strings = {"overlays/local", "overlays/production"})
    void readsAKustomizationAsKubectlDoes(String overlay) throws Exception {
        Optional<Path> kubectl = kubectl();
        assumeTrue(kubectl.isPresent(), "kubectl is not on the PATH");
        String text =
                run(
                        List.of(
                                kubectl.get().toString(),
                                "kustomize",
                                DEPLOY.resolve(overlay).toString()));

        var theirs = Yaml.documents(HASH.matcher(text).replaceAll("$1")).stream().map(Node::new);

        assertThat(Kustomization.render(DEPLOY.resolve(overlay)).all())
                .extracting(Node::sorted)
                .containsExactlyInAnyOrderElementsOf(theirs.map(Node::sorted).toList());
    }

    private List<String> findingsOfLocal(Path deploy) throws Exception {
        Path overlay = deploy.resolve("overlays/local");
        Manifests manifests = Kustomization.render(overlay);
        return CrossCheck.of(manifests, secretsOf(overlay), fetched(deploy));
    }

    private static List<String> findingsOfProduction(Path deploy, String... components) {
        Path[] paths =
                Stream.of(components)
                        .map(name -> deploy.resolve("components").resolve(name))
                        .toArray(Path[]::new);
        Manifests manifests = Kustomization.render(deploy.resolve("overlays/production"), paths);
        return CrossCheck.of(manifests, fetched(deploy), fetched(deploy));
    }

    private static Secrets fetched(Path deploy) {
        Path file = deploy.resolve("components/external-secrets/secrets.yaml");
        return Secrets.fetchedBy(
                new Manifests(Yaml.documents(file).stream().map(Node::new).toList()));
    }

    /** Those that the overlay's own program makes, of keys that are none. */
    private Secrets secretsOf(Path overlay) throws Exception {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        for (String name : Set.of("caller.key", "token-public.pem")) {
            Files.writeString(keys.resolve(name), "made up");
        }
        return Secrets.in(
                run(List.of("sh", overlay.resolve("secrets").toString(), keys.toString())));
    }

    private Path copyOf(Path original) throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file)));
            }
        }
        return copy;
    }

    private static Optional<Path> kubectl() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(path -> Path.of(path, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String run(List<String> command) throws Exception {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return output;
    }
}
