package org.berea.benchmarks.suite;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.embedding.EmbeddingRequest;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.Translations;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.stack.DataFolder;

/**
 * The running suite, as far as it is measured here.
 *
 * @param search addresses of all instances
 */
public record Suite(
        ServiceClient client, List<String> search, String embedding, ProcessTimes processes) {
    public static final String SEARCH = "search-service";
    public static final String EMBEDDING = "embedding-service";
    public static final String WEAVIATE = "weaviate";

    /**
     * The suite that runs with this data.
     *
     * @throws CommandFailedException when none does
     */
    public static Suite of(DataFolder data) {
        if (data.run().supervisor().isEmpty()) {
            throw new CommandFailedException(
                    "no suite runs with %s; ./berea up starts Berea".formatted(data.root()));
        }
        List<String> search = data.endpoints().of(SEARCH);
        List<String> embedding = data.endpoints().of(EMBEDDING);
        if (search.isEmpty() || embedding.isEmpty()) {
            throw new CommandFailedException("the running suite does not tell where search is");
        }
        return new Suite(
                new ServiceClient(data.keys().callerKey()),
                search,
                embedding.getFirst(),
                new ProcessTimes(data.run()));
    }

    /** What holds the index. */
    public String engine() {
        return processes.runs(WEAVIATE) ? "Weaviate" : "Lucene";
    }

    /**
     * The translation of that code, else the one with the most verses.
     *
     * @throws InvalidValueException when it is not loaded; the message lists those that are
     */
    public Translation translation(Optional<String> code) throws InterruptedException {
        List<Translation> loaded =
                client.get(search.getFirst() + "/ai/translations", Translations.class)
                        .translations();
        return loaded.stream()
                .filter(translation -> code.isEmpty() || translation.code().equals(code.get()))
                .max(Comparator.comparingInt(Translation::verses))
                .orElseThrow(
                        () ->
                                InvalidValueException.of(
                                        "--translation",
                                        code.orElse(""),
                                        "one of "
                                                + loaded.stream().map(Translation::code).toList()));
    }

    /** The vector of a question, as inference would have it made. */
    public QueryVector vector(String text) throws InterruptedException {
        var response =
                client.post(embeddings(), EmbeddingRequest.query(text), EmbeddingResponse.class);
        return new QueryVector(response.modelLabel(), response.data().getFirst().embedding());
    }

    /** Where texts are embedded. */
    public String embeddings() {
        return embedding + "/ai/embeddings";
    }
}
