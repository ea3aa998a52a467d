package org.berea.chassis.client;

import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes clients of other services: balanced over their instances, bounded, signed as a caller. */
public final class ServiceClients {
    private static final String CALLER = ServiceClients.class.getName() + ".caller";
    private static final int CONNECTIONS = 500;
    private static final int WAITING = 1_000;
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final WebClient.Builder builder;
    private final ReactorLoadBalancerExchangeFilterFunction balancer;
    private final CallerTokens tokens;
    private final Caller self;
    private final JsonMapper tolerant;

    ServiceClients(
            WebClient.Builder builder,
            ReactorLoadBalancerExchangeFilterFunction balancer,
            CallerTokens tokens,
            Caller self,
            JsonMapper mapper) {
        this.builder = builder;
        this.balancer = balancer;
        this.tokens = tokens;
        this.self = self;
        this.tolerant =
                mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /** Signs a request on behalf of a caller; without it the service calls as itself. */
    public static Consumer<Map<String, Object>> onBehalfOf(Caller caller) {
        return attributes -> attributes.put(CALLER, caller);
    }

    /**
     * A client of one service, with a connection pool of its own.
     *
     * @param limit how long a response's headers may take
     */
    public WebClient to(ServiceName service, Duration limit) {
        return builder.clone()
                .baseUrl("http://" + service.label())
                .clientConnector(new ReactorClientHttpConnector(http(service, limit)))
                .codecs(
                        codecs -> {
                            codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER);
                            codecs.defaultCodecs()
                                    .jacksonJsonDecoder(new JacksonJsonDecoder(tolerant));
                        })
                .filter(ServiceClients::onceMoreWhenRefused)
                .filter(this::sign)
                .filter(balancer)
                .build();
    }

    /** A client that is told the whole address of an instance: signed but not balanced. */
    public WebClient toInstances(ServiceName service, Duration limit) {
        return builder.clone()
                .clientConnector(new ReactorClientHttpConnector(http(service, limit)))
                .filter(this::sign)
                .build();
    }

    private Mono<ClientResponse> sign(ClientRequest request, ExchangeFunction next) {
        var caller = (Caller) request.attribute(CALLER).orElse(self);
        return next.exchange(
                ClientRequest.from(request)
                        .headers(headers -> headers.set(CallerTokens.HEADER, tokens.mint(caller)))
                        .build());
    }

    /** A refused connection was never a request: the next instance in the list may take it. */
    private static Mono<ClientResponse> onceMoreWhenRefused(
            ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .retryWhen(
                        Retry.max(1)
                                .filter(ServiceClients::isRefused)
                                .onRetryExhaustedThrow((_, signal) -> signal.failure()));
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof WebClientRequestException
                && failure.getCause() instanceof ConnectException;
    }

    private static HttpClient http(ServiceName service, Duration limit) {
        var pool =
                ConnectionProvider.builder(service.label())
                        .maxConnections(CONNECTIONS)
                        .pendingAcquireMaxCount(WAITING)
                        .pendingAcquireTimeout(CONNECT)
                        .maxIdleTime(IDLE)
                        .metrics(true)
                        .build();
        return HostNames.soonAskedAgain(HttpClient.create(pool))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                .responseTimeout(limit);
    }
}
