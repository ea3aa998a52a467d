package org.berea.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What came of a question: the status, and the events or the problem. */
record Answer(int status, List<Event> events, String body) {
    /**
     * @param name null for a token and for the end
     * @param atMillis when it arrived, on the clock of this machine
     */
    record Event(@Nullable String name, @Nullable String id, String data, long atMillis) {
        JsonNode json() {
            return Client.JSON.readTree(data);
        }
    }

    static Answer read(int status, BufferedReader reader) throws IOException {
        var events = new ArrayList<Event>();
        var body = new StringBuilder();
        String name = null;
        String id = null;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            body.append(line).append('\n');
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                events.add(new Event(name, id, line.substring(6), System.currentTimeMillis()));
            } else if (line.isEmpty()) {
                name = null;
                id = null;
            }
        }
        return new Answer(status, List.copyOf(events), body.toString());
    }

    String id() {
        return named("start").findFirst().orElseThrow().json().get("id").asString();
    }

    String text() {
        return tokens().map(event -> event.json().get("token").asString())
                .collect(Collectors.joining());
    }

    Stream<Event> tokens() {
        return events.stream()
                .filter(event -> event.name() == null && !event.data().equals("[DONE]"));
    }

    Stream<Event> named(String name) {
        return events.stream().filter(event -> name.equals(event.name()));
    }

    JsonNode sources() {
        return named("sources").findFirst().orElseThrow().json();
    }

    List<String> degraded() {
        return sources().get("degraded").valueStream().map(JsonNode::asString).toList();
    }

    List<String> notices() {
        return named("notice").map(event -> event.json().get("code").asString()).toList();
    }

    List<String> sourceVerses() {
        return sources()
                .get("passages")
                .valueStream()
                .flatMap(passage -> passage.get("verses").valueStream())
                .map(verse -> verse.get("ref").asString())
                .toList();
    }

    boolean isDone() {
        return !events.isEmpty() && events.getLast().data().equals("[DONE]");
    }
}
