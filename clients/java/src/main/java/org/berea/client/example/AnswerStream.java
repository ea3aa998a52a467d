package org.berea.client.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;
import org.berea.client.ApiClient;
import org.berea.client.model.Citation;
import org.berea.client.model.CompletionRequest;
import org.berea.client.model.Notice;
import org.berea.client.model.Problem;
import org.berea.client.model.Sources;
import org.berea.client.model.Start;
import org.berea.client.model.Token;
import org.berea.client.model.Usage;

/**
 * Reads an answer while it is written. Generators have no word for a stream of events, so this asks
 * by itself, with the generated client's address, token and types.
 */
final class AnswerStream {
    /** What happens on the way; none need be listened to but the text. */
    interface Listener {
        void text(String piece);

        default void start(Start start) {}

        default void sources(Sources sources) {}

        default void citation(Citation citation) {}

        default void notice(Notice notice) {}

        default void usage(Usage usage) {}
    }

    private final ApiClient client;

    AnswerStream(ApiClient client) {
        this.client = client;
    }

    /**
     * Asks and returns when the answer is whole.
     *
     * @throws IOException when the question is refused or the answer breaks off; what was heard until
     *     then is not a whole answer
     */
    void ask(CompletionRequest question, Listener listener)
            throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response =
                client.getHttpClient().send(request(question), BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException(response.statusCode() + " " + lines.toList());
            }
            read(lines.iterator(), listener);
        }
    }

    private HttpRequest request(CompletionRequest question) throws JsonProcessingException {
        String body = client.getObjectMapper().writeValueAsString(question);
        var request =
                HttpRequest.newBuilder(URI.create(client.getBaseUri() + "/ai/completions"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(BodyPublishers.ofString(body));
        client.getRequestInterceptor().accept(request);
        return request.build();
    }

    /** An event is some lines and a blank one; a line that begins with a colon says nothing. */
    private void read(Iterator<String> lines, Listener listener) throws IOException {
        String event = "";
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.isEmpty()) {
                event = "";
            } else if (line.startsWith("event: ")) {
                event = line.substring("event: ".length());
            } else if (line.equals("data: [DONE]")) {
                return;
            } else if (line.startsWith("data: ")) {
                hear(event, line.substring("data: ".length()), listener);
            }
        }
        throw new IOException("the answer ended before it was whole");
    }

    private void hear(String event, String data, Listener listener) throws IOException {
        switch (event) {
            case "" -> listener.text(read(data, Token.class).getToken());
            case "start" -> listener.start(read(data, Start.class));
            case "sources" -> listener.sources(read(data, Sources.class));
            case "citation" -> listener.citation(read(data, Citation.class));
            case "notice" -> listener.notice(read(data, Notice.class));
            case "usage" -> listener.usage(read(data, Usage.class));
            case "error" -> throw new IOException(read(data, Problem.class).getDetail());
            default -> {
                // An event of later versions.
            }
        }
    }

    private <T> T read(String data, Class<T> type) throws JsonProcessingException {
        return client.getObjectMapper().readValue(data, type);
    }
}
