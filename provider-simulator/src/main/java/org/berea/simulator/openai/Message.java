package org.berea.simulator.openai;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One message of a conversation; of a list of parts the text parts are kept, each on its line. */
public record Message(String role, String content) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Message of(
            @JsonProperty("role") @Nullable String role,
            @JsonProperty("content") @Nullable JsonNode content) {
        if (role == null) {
            throw ApiException.invalid("messages.role", "messages.role: missing");
        }
        return new Message(role, content == null ? "" : text(content));
    }

    public boolean isFrom(String speaker) {
        return role.equals(speaker);
    }

    private static String text(JsonNode content) {
        if (content.isArray()) {
            return content.values().stream()
                    .map(part -> part.path("text").asString(""))
                    .collect(Collectors.joining("\n"));
        }
        return content.isNull() ? "" : content.asString();
    }
}
