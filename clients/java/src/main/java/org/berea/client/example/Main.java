package org.berea.client.example;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.berea.client.ApiClient;
import org.berea.client.api.ScriptureApi;
import org.berea.client.model.CompletionRequest;
import org.berea.client.model.Sources;

/** Lists the translations, then streams an answer and says how it came. */
public final class Main {
    private Main() {}

    /**
     * @param words the suite's address and a question; the token is in {@code BEREA_TOKEN}
     */
    public static void main(String[] words) throws Exception {
        String token = System.getenv("BEREA_TOKEN");
        var client = new ApiClient();
        client.updateBaseUri(words[0]);
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + token));

        System.out.println(
                "Translations: " + new ScriptureApi(client).listTranslations().getTranslations());

        var pieces = new Pieces();
        new AnswerStream(client).ask(new CompletionRequest().prompt(words[1]), pieces);
        pieces.tell();
    }

    private static final class Pieces implements AnswerStream.Listener {
        private final Instant begun = Instant.now();
        private final List<Duration> arrivals = new ArrayList<>();

        @Override
        public void sources(Sources sources) {
            sources.getPassages().forEach(it -> System.out.println("Source: " + it.getLabel()));
        }

        @Override
        public void text(String piece) {
            arrivals.add(Duration.between(begun, Instant.now()));
            System.out.print(piece);
        }

        void tell() {
            System.out.printf(
                    "%nJava: %d pieces of text, the first after %d ms, the last after %d ms%n",
                    arrivals.size(),
                    arrivals.getFirst().toMillis(),
                    arrivals.getLast().toMillis());
        }
    }
}
