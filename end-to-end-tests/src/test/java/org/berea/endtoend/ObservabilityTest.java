package org.berea.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.berea.benchmarks.dashboards.Queries;
import org.berea.benchmarks.dashboards.Query;
import org.berea.localstack.stack.Service;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Metrics, rules, dashboards and the runbook say the same, in every direction. */
final class ObservabilityTest {
    private static final Path FOLDER = Project.ROOT.resolve("deploy/observability");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Queries QUERIES = new Queries(FOLDER);

    /** Not ours: those of the libraries, and of Prometheus itself. */
    private static final Pattern FOREIGN =
            Pattern.compile(
                    "up|ALERTS|(jvm|process|hikaricp|resilience4j|logback|reactor_netty)_.*"
                            + "|http_server_requests_seconds_count");

    private static final String SUFFIX = "(_total|(_seconds)?_(bucket|count|sum|max))?";

    @Test
    void asksOnlyForSeriesThatAreEmittedOrRecorded() throws IOException {
        Set<String> emitted = emitted();
        Set<String> recorded = recorded();
        for (Query query : all()) {
            assertThat(query.metrics())
                    .as(query.where())
                    .isNotEmpty()
                    .allMatch(
                            name ->
                                    FOREIGN.matcher(name).matches()
                                            || recorded.contains(name)
                                            || emitted.stream()
                                                    .anyMatch(it -> name.matches(it + SUFFIX)));
        }
    }

    @Test
    void looksAtEveryMetricAndAtEveryRecordedSeries() throws IOException {
        Set<String> asked =
                all().stream().flatMap(query -> query.metrics().stream()).collect(toSet());
        assertThat(emitted())
                .allMatch(metric -> asked.stream().anyMatch(it -> it.matches(metric + SUFFIX)));
        assertThat(asked).containsAll(recorded());
    }

    @Test
    void everyPanelSaysWhatItShowsAndWhatToDo() throws IOException {
        var uids = new ArrayList<String>();
        Set<String> anchors = anchors();
        for (Path file : files("dashboards")) {
            JsonNode dashboard = JSON.readTree(Files.readString(file));
            uids.add(dashboard.path("uid").asString());
            for (JsonNode panel : dashboard.path("panels")) {
                String where = file.getFileName() + ": " + panel.path("title").asString();
                assertThat(panel.path("description").asString()).as(where).isNotBlank();
                assertThat(panel.at("/fieldConfig/defaults/unit").asString())
                        .as(where)
                        .isNotBlank();
                assertThat(panel.at("/links/0/url").asString()).as(where).startsWith("${runbook}#");
                assertThat(anchors)
                        .as(where)
                        .contains(panel.at("/links/0/url").asString().split("#")[1]);
                panel.path("targets")
                        .forEach(
                                target ->
                                        assertThat(target.at("/datasource/uid").asString())
                                                .as(where)
                                                .isEqualTo("${datasource}"));
            }
        }
        assertThat(uids)
                .containsExactly(
                        "berea-overview",
                        "berea-cost",
                        "berea-answers",
                        "berea-streams",
                        "berea-pipeline",
                        "berea-runtime");
    }

    @Test
    void everyAlertIsExplainedAndTriedBothWays() throws IOException {
        String rules = Files.readString(FOLDER.resolve("rules/alerts.yml"));
        String tests = Files.readString(FOLDER.resolve("rules/tests/alerts.yml"));
        Set<String> anchors = anchors();
        List<String> alerts = matches(rules, "(?m)^      - alert: (\\w+)$");
        assertThat(alerts).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        for (String alert : alerts) {
            String anchor = alert.toLowerCase(Locale.ROOT);
            assertThat(anchors).contains(anchor);
            assertThat(rules).contains("runbook_url: docs/runbook.md#" + anchor + "\n");
            assertThat(tests)
                    .contains("name: " + alert + " fires\n", "name: " + alert + " is silent\n");
        }
        assertThat(matches(rules, "(?m)^          severity: (critical|warning)$"))
                .hasSameSizeAs(alerts);
        assertThat(matches(rules, "(?m)^        for: (\\d+[mh])$")).hasSameSizeAs(alerts);
    }

    @Test
    void everyFileIsInTheConfigMaps() throws IOException {
        String listed = Files.readString(FOLDER.resolve("kustomization.yaml"));
        for (String folder : List.of("dashboards", "rules")) {
            for (Path file : files(folder)) {
                assertThat(listed).contains("- " + folder + "/" + file.getFileName() + "\n");
            }
        }
    }

    @Test
    void everyServiceIsAskedUnderItsName() throws IOException {
        String configuration = Files.readString(FOLDER.resolve("prometheus.yml"));
        assertThat(matches(configuration, "(?m)^  - job_name: (\\w+)$"))
                .containsExactlyElementsOf(
                        Arrays.stream(Service.values())
                                .filter(service -> service != Service.SIMULATOR)
                                .map(Service::label)
                                .toList());
    }

    /** Where Prometheus' own tool is on the PATH. */
    @Test
    void thinksWhatPrometheusThinksOfTheRules() throws Exception {
        assumeTrue(isThere("promtool"), "promtool is not on the PATH");
        run("promtool", "check", "config", "prometheus.yml");
        run("promtool", "check", "rules", "rules/recording.yml", "rules/alerts.yml");
        run("promtool", "test", "rules", "rules/tests/alerts.yml");
    }

    private static List<Query> all() {
        return Stream.concat(QUERIES.ofDashboards().stream(), QUERIES.ofRules().stream()).toList();
    }

    /** As Prometheus writes the names in the one enum of them. */
    private static Set<String> emitted() throws IOException {
        String source =
                Files.readString(
                        Project.ROOT.resolve(
                                "service-chassis/src/main/java/org/berea/chassis/metrics/Metric.java"));
        return matches(source, "(?m)^    [A-Z_]+\\(\"([a-z_.]+)\"\\)[,;]$").stream()
                .map(id -> id.replace('.', '_'))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> recorded() throws IOException {
        String rules = Files.readString(FOLDER.resolve("rules/recording.yml"));
        return Set.copyOf(matches(rules, "(?m)^      - record: (\\S+)$"));
    }

    /** Of the headings of the runbook, as its readers link to them. */
    private static Set<String> anchors() throws IOException {
        String runbook = Files.readString(Project.ROOT.resolve("docs/runbook.md"));
        return matches(runbook, "(?m)^#+ (.+)$").stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(toSet());
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static boolean isThere(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(FOLDER.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
