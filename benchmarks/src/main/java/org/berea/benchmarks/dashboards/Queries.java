package org.berea.benchmarks.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every question of the dashboards and rules in a folder such as {@code deploy/observability}. */
public record Queries(Path folder) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    // As this project writes its rules: the name, the expression on one line or folded over
    // several.
    private static final Pattern RULE =
            Pattern.compile(
                    "(?m)^ +- (record|alert): (\\S+)\\n +expr: (?:>-\\n((?: {10,}.*\\n)+)|(.*)\\n)");

    /** Of the panels. */
    public List<Query> ofDashboards() {
        var queries = new ArrayList<Query>();
        for (Path file : files("dashboards", ".json")) {
            for (JsonNode panel : JSON.readTree(read(file)).path("panels")) {
                String where = file.getFileName() + ": " + panel.path("title").asString();
                for (JsonNode target : panel.path("targets")) {
                    queries.add(new Query(where, target.path("expr").asString(), false));
                }
            }
        }
        return queries;
    }

    /** Of the recording rules and alerts. */
    public List<Query> ofRules() {
        var queries = new ArrayList<Query>();
        for (Path file : files("rules", ".yml")) {
            Matcher rule = RULE.matcher(read(file));
            while (rule.find()) {
                String text = rule.group(3) == null ? rule.group(4) : rule.group(3);
                queries.add(
                        new Query(
                                file.getFileName() + ": " + rule.group(2),
                                text.strip().replaceAll("\\s+", " "),
                                rule.group(1).equals("alert")));
            }
        }
        return queries;
    }

    private List<Path> files(String of, String ending) {
        try (Stream<Path> files = Files.list(folder.resolve(of))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
