package org.berea.benchmarks.faults.checking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the journals of the clients and of the provider. */
final class JournalReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JournalReader() {}

    static List<Asked> asked(Path file) {
        Map<Long, List<JsonNode>> pages = new LinkedHashMap<>();
        for (JsonNode line : lines(file)) {
            pages.computeIfAbsent(line.path("n").asLong(0), _ -> new ArrayList<>()).add(line);
        }
        return pages.entrySet().stream()
                .map(page -> asked(page.getKey(), page.getValue()))
                .toList();
    }

    private static Asked asked(long number, List<JsonNode> page) {
        return new Asked(
                number,
                last(page, "id"),
                last(page, "prompt"),
                last(page, "form").equals("stream"),
                has(page, "start"),
                has(page, "done"),
                last(page, "end"),
                last(page, "type"),
                number(page, "afterMillis"),
                at(page.getFirst()),
                at(page.getLast()));
    }

    static List<Read> reads(Path file) {
        return lines(file).stream()
                .map(
                        line ->
                                new Read(
                                        at(line),
                                        Instant.parse(line.path("endedAt").asString("")),
                                        line.path("status").asInt(0)))
                .toList();
    }

    static List<Call> calls(Path file) {
        return lines(file).stream().map(JournalReader::call).toList();
    }

    private static Call call(JsonNode entry) {
        return new Call(
                question(entry),
                entry.path("producedTokens").asLong(0),
                entry.path("outcome").asString(""),
                Instant.parse(entry.path("receivedAt").asString("")),
                Instant.parse(entry.path("finishedAt").asString("")));
    }

    /** The last thing that the user says in the prompt, which may hold passages too. */
    private static String question(JsonNode entry) {
        String said = "";
        for (JsonNode message : entry.path("messages")) {
            if (message.path("role").asString("").equals("user")) {
                said = message.path("content").asString("");
            }
        }
        return said;
    }

    private static String last(List<JsonNode> page, String field) {
        String value = "";
        for (JsonNode line : page) {
            value = line.path(field).asString(value);
        }
        return value;
    }

    private static long number(List<JsonNode> page, String field) {
        return page.stream().mapToLong(line -> line.path(field).asLong(-1)).max().orElse(-1);
    }

    private static boolean has(List<JsonNode> page, String event) {
        return page.stream().anyMatch(line -> line.path("event").asString("").equals(event));
    }

    private static Instant at(JsonNode line) {
        return Instant.parse(line.path("at").asString(""));
    }

    private static List<JsonNode> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
