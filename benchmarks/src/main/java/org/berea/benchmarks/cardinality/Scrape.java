package org.berea.benchmarks.cardinality;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.berea.benchmarks.faults.planning.Target;
import org.berea.benchmarks.faults.running.SuiteProcess;
import org.berea.localstack.commands.CommandFailedException;

/** The series that every instance of a suite shows, without their values. */
record Scrape(Map<String, Set<String>> series) {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    static Scrape of(SuiteProcess suite) throws InterruptedException {
        var series = new LinkedHashMap<String, Set<String>>();
        for (Target target : Target.values()) {
            if (!target.isStore() && target != Target.SIMULATOR) {
                series.put(target.process(), read(suite, target.process()));
            }
        }
        return new Scrape(series);
    }

    /** Those that are here and were not there. */
    Map<String, Set<String>> without(Scrape earlier) {
        var added = new LinkedHashMap<String, Set<String>>();
        series.forEach(
                (service, all) ->
                        added.put(
                                service,
                                all.stream()
                                        .filter(each -> !earlier.of(service).contains(each))
                                        .collect(Collectors.toSet())));
        return added;
    }

    /** Those of one process. */
    Set<String> of(String process) {
        return series.getOrDefault(process, Set.of());
    }

    private static Set<String> read(SuiteProcess suite, String process)
            throws InterruptedException {
        String port = suite.told(process + ": \\S+ \\(management port (\\d+)");
        var address = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
            return http.send(request, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.lastIndexOf(' ')))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new CommandFailedException(process + " does not tell its series", e);
        }
    }
}
