package org.berea.localstack.commands;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.berea.contracts.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the gateway as one user. */
public final class GatewayClient {
    /** Reads what services answer; they may say more than is known here. */
    public static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int FIRST_FAILURE = 300;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();
    private final String address;
    private final String authorization;

    public GatewayClient(String address, String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    /**
     * A request with the user's token.
     *
     * @param limit until the headers of the answer
     */
    public HttpRequest.Builder request(String path, Duration limit) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(limit)
                .header("Authorization", authorization);
    }

    /**
     * The answer's status and headers; the body as the handler gives it.
     *
     * @throws CommandFailedException when nothing answers there
     */
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws InterruptedException {
        try {
            return http.send(request, body);
        } catch (ConnectException e) {
            throw new CommandFailedException(
                    "nothing answers on %s; ./berea up starts Berea".formatted(address), e);
        } catch (IOException e) {
            throw new CommandFailedException("the gateway does not answer: " + e.getMessage(), e);
        }
    }

    /**
     * The body of a good answer.
     *
     * @throws CommandFailedException with the problem in words for any other
     */
    String sendForText(HttpRequest request) throws InterruptedException {
        var response = send(request, HttpResponse.BodyHandlers.ofString());
        if (isFailure(response)) {
            throw problem(response.statusCode(), response.body());
        }
        return response.body();
    }

    /** Whether the answer is none, but a problem. */
    public static boolean isFailure(HttpResponse<?> response) {
        return response.statusCode() >= FIRST_FAILURE;
    }

    /** What a problem says, for people. */
    static CommandFailedException problem(int status, String body) {
        try {
            return new CommandFailedException(words(JSON.readValue(body, Problem.class)));
        } catch (JacksonException | IllegalArgumentException e) {
            return new CommandFailedException("the gateway answers with status " + status);
        }
    }

    static String words(Problem problem) {
        var words = new StringBuilder();
        words.append(problem.title()).append(": ").append(problem.detail());
        if (problem.resetAt() != null) {
            words.append(" (again from ").append(problem.resetAt()).append(")");
        } else if (problem.retryable()) {
            words.append(" (another try may help)");
        }
        if (problem.requestId() != null) {
            words.append(" [request ").append(problem.requestId()).append("]");
        }
        return Printable.of(words.toString());
    }
}
