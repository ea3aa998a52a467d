package org.berea.simulator.answering;

import java.util.Optional;
import org.berea.simulator.openai.ChatChunk;
import org.berea.simulator.openai.Origin;
import org.berea.simulator.openai.TokenUsage;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** SSE frames as OpenAI writes them: {@code data: {json}} and an empty line. */
final class Frames {
    private static final JsonMapper JSON = new JsonMapper();

    private final Origin origin;

    Frames(Origin origin) {
        this.origin = origin;
    }

    /** The frame of a token; the first has the frame with the role before it. */
    String token(long index, String token) {
        String content = frame(ChatChunk.content(origin, token));
        return index == 0 ? frame(ChatChunk.role(origin)) + content : content;
    }

    /** The frame of a token, its JSON cut in the middle. */
    String brokenToken(String token) {
        String json = JSON.writeValueAsString(ChatChunk.content(origin, token));
        return data(json.substring(0, json.length() / 2));
    }

    /** The frames after the last token. */
    Flux<String> end(String finishReason, Optional<TokenUsage> usage) {
        String told = usage.map(tokens -> frame(ChatChunk.usage(origin, tokens))).orElse("");
        return Flux.just(frame(ChatChunk.finish(origin, finishReason)) + told + data("[DONE]"));
    }

    private static String frame(ChatChunk chunk) {
        return data(JSON.writeValueAsString(chunk));
    }

    private static String data(String content) {
        return "data: " + content + "\n\n";
    }
}
