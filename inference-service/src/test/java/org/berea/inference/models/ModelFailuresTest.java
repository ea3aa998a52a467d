package org.berea.inference.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.exception.RateLimitException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import org.berea.inference.models.ModelFailure.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.Exceptions;
import reactor.netty.http.client.PrematureCloseException;

final class ModelFailuresTest {
    private static final Exception PREMATURE = PrematureCloseException.TEST_EXCEPTION;

    @Test
    void tellsStatusesApart() {
        assertThat(kind(new RefusedCall(429, "", "2"))).isEqualTo(Kind.RATE_LIMITED);
        assertThat(kind(new RefusedCall(500, "", null))).isEqualTo(Kind.SERVER_ERROR);
        assertThat(kind(new RefusedCall(503, "", null))).isEqualTo(Kind.SERVER_ERROR);
        assertThat(kind(new RefusedCall(401, "", null))).isEqualTo(Kind.REFUSED);
        assertThat(kind(new RefusedCall(404, "", null))).isEqualTo(Kind.REFUSED);
    }

    @Test
    void keepsTheWaitThatTheServerAskedForThroughTheLibrarysOwnException() {
        var wrapped = new RateLimitException(new RefusedCall(429, "", "2"));
        assertThat(ModelFailures.of(wrapped).kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(ModelFailures.of(wrapped).retryAfter()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void honoursAWaitInSecondsOnly() {
        assertThat(new RefusedCall(429, "", "0").retryAfter()).isEqualTo(Duration.ZERO);
        assertThat(new RefusedCall(429, "", null).retryAfter()).isNull();
        assertThat(new RefusedCall(429, "", "-1").retryAfter()).isNull();
        assertThat(new RefusedCall(429, "", "99999999999").retryAfter()).isNull();
        assertThat(new RefusedCall(429, "", "Wed, 21 Oct 2026 07:28:00 GMT").retryAfter()).isNull();
    }

    @Test
    void tellsAConnectionThatWasRefusedFromOneThatWasCut() {
        assertThat(kind(request(new ConnectException("refused")))).isEqualTo(Kind.REFUSED);
        assertThat(kind(PREMATURE)).isEqualTo(Kind.CUT);
        assertThat(kind(request(PREMATURE))).isEqualTo(Kind.CUT);
        assertThat(kind(Exceptions.propagate(new IOException("reset")))).isEqualTo(Kind.CUT);
    }

    @Test
    void knowsAnOpenCircuitAndTakesTheRestForMalformed() {
        var open = CircuitBreaker.ofDefaults("model:test");
        assertThat(kind(CallNotPermittedException.createCallNotPermittedException(open)))
                .isEqualTo(Kind.CIRCUIT_OPEN);
        assertThat(kind(new IllegalStateException("not JSON"))).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void doesNotBlameTheServerForRefusingUs() {
        assertThat(OpenAiModel.countsAgainstServer(new RefusedCall(401, "", null))).isFalse();
        assertThat(OpenAiModel.countsAgainstServer(new RefusedCall(429, "", "1"))).isFalse();
        assertThat(OpenAiModel.countsAgainstServer(new RefusedCall(500, "", null))).isTrue();
        assertThat(OpenAiModel.countsAgainstServer(request(new ConnectException("refused"))))
                .isTrue();
    }

    private static Kind kind(Throwable failure) {
        return ModelFailures.of(failure).kind();
    }

    private static WebClientRequestException request(Exception cause) {
        return new WebClientRequestException(
                cause, HttpMethod.POST, URI.create("http://127.0.0.1"), new HttpHeaders());
    }
}
