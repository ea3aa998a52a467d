package org.berea.benchmarks.retrieval;

import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Comparator;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.Translations;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.commands.GatewayClient;

/** Which translation is searched when none is named. */
final class Editions {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Editions() {}

    /**
     * The code of the one with the most verses: beside a whole Bible the sample is nothing to
     * measure.
     *
     * @throws CommandFailedException when there is none
     */
    static String largest(GatewayClient client) throws InterruptedException {
        var response =
                client.send(
                        client.request("/ai/translations", LIMIT).build(), BodyHandlers.ofString());
        if (GatewayClient.isFailure(response)) {
            throw new CommandFailedException(
                    "the translations cannot be listed: status " + response.statusCode());
        }
        return GatewayClient.JSON
                .readValue(response.body(), Translations.class)
                .translations()
                .stream()
                .max(Comparator.comparingInt(Translation::verses))
                .map(Translation::code)
                .orElseThrow(() -> new CommandFailedException("no translation can be searched"));
    }
}
