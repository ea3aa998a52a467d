package org.berea.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.commands.GatewayClient;
import tools.jackson.core.JacksonException;

/** Speaks to inner services as a service does, with a caller token made from the suite's key. */
public final class ServiceClient {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration TOKEN_USE = CallerTokens.LIFETIME.dividedBy(2);
    private static final String NAME = "measure";
    private static final int OK = 200;

    private record Token(String text, Instant until) {}

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LIMIT)
                    .build();
    private final CallerTokens tokens;
    private volatile Token token = new Token("", Instant.MIN);

    ServiceClient(byte[] callerKey) {
        tokens = new CallerTokens(callerKey, NAME, Clock.systemUTC());
    }

    /**
     * A good answer, read.
     *
     * @throws CommandFailedException for any other
     */
    public <T> T get(String address, Class<T> type) throws InterruptedException {
        return read(address, request(address).GET().build(), type);
    }

    /**
     * A good answer, read.
     *
     * @throws CommandFailedException for any other
     */
    public <T> T post(String address, Object body, Class<T> type) throws InterruptedException {
        byte[] bytes = GatewayClient.JSON.writeValueAsBytes(body);
        return read(address, post(address, bytes), type);
    }

    /** A request with a JSON body. */
    public HttpRequest post(String address, byte[] body) {
        return request(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** The answer, whatever it is. */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private <T> T read(String address, HttpRequest request, Class<T> type)
            throws InterruptedException {
        try {
            HttpResponse<String> response = send(request);
            if (response.statusCode() != OK) {
                throw new CommandFailedException(
                        address + " answers with status " + response.statusCode());
            }
            return GatewayClient.JSON.readValue(response.body(), type);
        } catch (IOException | JacksonException e) {
            throw new CommandFailedException(address + " does not answer: " + e.getMessage(), e);
        }
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(LIMIT)
                .header(CallerTokens.HEADER, freshToken());
    }

    private String freshToken() {
        Token current = token;
        Instant now = Instant.now();
        if (now.isBefore(current.until())) {
            return current.text();
        }
        String text = tokens.mint(Caller.service(NAME));
        token = new Token(text, now.plus(TOKEN_USE));
        return text;
    }
}
