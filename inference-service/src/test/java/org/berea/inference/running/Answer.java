package org.berea.inference.running;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.Collectors;
import org.berea.contracts.CompletionId;
import tools.jackson.databind.JsonNode;

/** A streamed answer that has ended, whichever way; or the body of a problem. */
public record Answer(CompletionId id, int status, HttpHeaders headers, List<Event> events) {
    public Answer {
        events = List.copyOf(events);
    }

    public boolean isDone() {
        return events.getLast().isDone();
    }

    public String text() {
        return events.stream()
                .filter(Event::isToken)
                .map(event -> event.json().get("token").asString())
                .collect(Collectors.joining());
    }

    public List<String> notices() {
        return all("notice").stream().map(event -> event.json().get("code").asString()).toList();
    }

    public List<String> degraded() {
        return all("sources").getFirst().json().get("degraded").values().stream()
                .map(JsonNode::asString)
                .toList();
    }

    public List<String> cited() {
        return all("citation").stream().map(event -> event.json().get("ref").asString()).toList();
    }

    /** The code of the problem that ended it. */
    public String error() {
        String type = all("error").getLast().json().get("type").asString();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    public List<Event> all(String name) {
        return events.stream().filter(event -> event.is(name)).toList();
    }

    /** Of an answer that is a problem's body. */
    public JsonNode problem() {
        return events.getFirst().json();
    }
}
