package org.berea.inference.models;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.berea.chassis.client.HostNames;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.resources.ConnectionProvider;

/** Builds the models that the configuration switches on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelsConfiguration {
    private static final int CONNECTIONS = 1_000;
    private static final int WAITING = 1_000;
    private static final int WINDOW = 20;
    private static final Duration OPEN = Duration.ofSeconds(5);

    @Bean
    Models models(ModelSettings settings, WebClient.Builder clients, MeterRegistry meters) {
        var circuits = CircuitBreakerRegistry.of(circuit());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuits).bindTo(meters);
        List<LanguageModel> hosted =
                settings.list().stream().flatMap(spec -> build(spec, clients, circuits)).toList();
        return new Models(hosted, new ExtractiveModel());
    }

    private static Stream<LanguageModel> build(
            ModelSpec spec, WebClient.Builder clients, CircuitBreakerRegistry circuits) {
        CircuitBreaker circuit = circuits.circuitBreaker("model:" + spec.id());
        return spec.address().stream()
                .map(address -> new OpenAiModel(spec, address, client(spec, clients), circuit));
    }

    /** A call must not be sent twice, so the connection's own retry is off. */
    private static WebClient client(ModelSpec spec, WebClient.Builder clients) {
        var pool =
                ConnectionProvider.builder("model:" + spec.id())
                        .maxConnections(CONNECTIONS)
                        .pendingAcquireMaxCount(WAITING)
                        .pendingAcquireTimeout(spec.limits().connect())
                        .metrics(true)
                        .build();
        var http =
                HostNames.soonAskedAgain(HttpClient.create(pool))
                        .disableRetry(true)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                (int) spec.limits().connect().toMillis())
                        .doOnRequest(ModelsConfiguration::hold);
        return clients.clone().clientConnector(new ReactorClientHttpConnector(http)).build();
    }

    private static void hold(HttpClientRequest request, Connection connection) {
        request.currentContextView()
                .<CallHandle>getOrEmpty(CallHandle.class)
                .ifPresent(handle -> handle.over(connection));
    }

    private static CircuitBreakerConfig circuit() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(WINDOW / 2)
                .waitDurationInOpenState(OPEN)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .recordException(OpenAiModel::countsAgainstServer)
                .build();
    }
}
