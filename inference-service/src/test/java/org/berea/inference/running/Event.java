package org.berea.inference.running;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server-sent event, or a comment.
 *
 * @param name {@code message} when it has none, {@code comment} for a comment
 * @param at when it was read, as {@link System#nanoTime()} tells
 */
public record Event(String name, long id, String data, long at) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public boolean is(String expected) {
        return name.equals(expected);
    }

    public boolean isToken() {
        return is("message") && !data.equals("[DONE]");
    }

    public boolean isDone() {
        return is("message") && data.equals("[DONE]");
    }

    public JsonNode json() {
        return MAPPER.readTree(data);
    }
}
