package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be said of docker-compose.yml without a Docker engine; deploy/check-compose runs it. */
class ComposeTest {
    private static final Set<String> ONCE = Set.of("keys", "sample");
    private static final long LIMIT_MEGABYTES = 6_000;
    private static final Pattern PUBLISHED = Pattern.compile("127\\.0\\.0\\.1:.*");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void everySettingOfAServiceIsOneThatItsPageKnows() throws IOException {
        String table = text("docs/settings.md");

        assertThat(ours()).hasSizeGreaterThan(5);
        ours().forEach(
                        (name, service) ->
                                assertThat(map(service, "environment").keySet())
                                        .filteredOn(key -> !key.startsWith("SPRING_"))
                                        .as(name)
                                        .allSatisfy(
                                                key ->
                                                        assertThat(table)
                                                                .contains("`" + key + "`")));
    }

    @Test
    void onlyTheGatewayAndGrafanaAreReachedAndOnlyFromThisMachine() {
        Map<String, List<?>> published =
                services.entrySet().stream()
                        .filter(service -> service.getValue().containsKey("ports"))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        service -> (List<?>) service.getValue().get("ports")));

        assertThat(published).containsOnlyKeys("gateway", "grafana");
        assertThat(published.values().stream().flatMap(List::stream).map(String::valueOf))
                .allMatch(port -> PUBLISHED.matcher(port).matches());
    }

    @Test
    void memoryIsLimitedForEachAndForAll() {
        long sum = 0;
        for (var service : usual().entrySet()) {
            String limit = String.valueOf(service.getValue().get("mem_limit"));
            assertThat(limit).as(service.getKey()).matches("\\d+m");
            sum += Long.parseLong(limit.replace("m", ""));
        }

        assertThat(sum).isLessThan(LIMIT_MEGABYTES);
    }

    @Test
    void whatGoesOnIsWatchedAndComesBack() {
        usual().forEach(
                        (name, service) -> {
                            if (!ONCE.contains(name)) {
                                assertThat(service.get("restart")).as(name).isNotNull();
                                assertThat(isOurs(service) || service.containsKey("healthcheck"))
                                        .as("%s has a health check", name)
                                        .isTrue();
                            }
                        });
    }

    @Test
    void versionsStandInOnePlace() throws IOException {
        Set<String> known =
                text(".env")
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> "${" + line.substring(0, line.indexOf('=')) + "}")
                        .collect(Collectors.toSet());

        assertThat(services.values().stream().filter(service -> !isOurs(service)))
                .allSatisfy(
                        service -> {
                            String image = String.valueOf(service.get("image"));
                            assertThat(known).contains(image.substring(image.indexOf(':') + 1));
                        });
        assertThat(text(".env")).doesNotContain("latest");
    }

    @Test
    void everyFileThatIsMountedExists() {
        List<String> mounted =
                services.values().stream()
                        .flatMap(service -> list(service, "volumes"))
                        .filter(volume -> volume instanceof String)
                        .map(volume -> String.valueOf(volume).split(":")[0])
                        .filter(source -> source.startsWith("./"))
                        .toList();

        assertThat(mounted).hasSizeGreaterThan(3);
        assertThat(mounted).allSatisfy(source -> assertThat(Project.ROOT.resolve(source)).exists());
    }

    /** Without what only a profile starts. */
    private Map<String, Map<String, Object>> usual() {
        var usual = new TreeMap<>(services);
        usual.values().removeIf(service -> service.containsKey("profiles"));
        return usual;
    }

    private Map<String, Map<String, Object>> ours() {
        var ours = new TreeMap<>(services);
        ours.values().removeIf(service -> !isOurs(service));
        return ours;
    }

    private static boolean isOurs(Map<String, Object> service) {
        return service.containsKey("build");
    }

    @SuppressWarnings("unchecked") // the file's own shape
    private static Map<String, Map<String, Object>> services() {
        try {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            Map<String, Object> file = yaml.load(text("docker-compose.yml"));
            return (Map<String, Map<String, Object>>) Objects.requireNonNull(file.get("services"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // the file's own shape
    private static Map<String, Object> map(Map<String, Object> service, String key) {
        return (Map<String, Object>) service.getOrDefault(key, Map.of());
    }

    private static Stream<?> list(Map<String, Object> service, String key) {
        return ((List<?>) service.getOrDefault(key, List.of())).stream();
    }

    private static String text(String file) throws IOException {
        Path path = Project.ROOT.resolve(file);
        return Files.readString(path);
    }
}
