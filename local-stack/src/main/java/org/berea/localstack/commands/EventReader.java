package org.berea.localstack.commands;

import java.util.Optional;

/** Puts the lines of a server-sent event stream together. */
public final class EventReader {
    private static final String USUAL_NAME = "message";

    private final StringBuilder data = new StringBuilder();
    private String name = USUAL_NAME;
    private boolean hasData;

    /** Takes the next line; an empty one completes an event. */
    public Optional<ServerSentEvent> accept(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String rest = colon < 0 ? "" : line.substring(colon + 1);
        String value = rest.startsWith(" ") ? rest.substring(1) : rest;
        switch (field) {
            case "event" -> name = value;
            case "data" -> append(value);
            default -> {} // comments, ids and what is not known are of no use here
        }
        return Optional.empty();
    }

    private void append(String value) {
        if (hasData) {
            data.append('\n');
        }
        data.append(value);
        hasData = true;
    }

    private Optional<ServerSentEvent> complete() {
        Optional<ServerSentEvent> event =
                hasData
                        ? Optional.of(new ServerSentEvent(name, data.toString()))
                        : Optional.empty();
        data.setLength(0);
        hasData = false;
        name = USUAL_NAME;
        return event;
    }
}
