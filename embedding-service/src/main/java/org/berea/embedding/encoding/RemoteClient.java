package org.berea.embedding.encoding;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.berea.chassis.client.HostNames;
import org.berea.embedding.text.Encoding;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One call of a remote model: texts there, vectors back, and what is between them checked. */
final class RemoteClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int LARGEST_ANSWER = 32 * 1024 * 1024;

    private final RemoteSettings settings;
    private final URI address;
    private final WebClient client;

    RemoteClient(RemoteSettings settings) {
        this.settings = settings;
        this.address = settings.address();
        // Not the suite's own builder: our traces and callers are nothing to strangers.
        var plain =
                WebClient.builder()
                        .clientConnector(new ReactorClientHttpConnector(http(settings)))
                        .codecs(
                                codecs -> {
                                    codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER);
                                    codecs.defaultCodecs()
                                            .jacksonJsonDecoder(new JacksonJsonDecoder(tolerant()));
                                });
        if (!settings.apiKey().isBlank()) {
            plain.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.apiKey());
        }
        this.client = plain.build();
    }

    Mono<List<Encoding>> embed(List<String> inputs) {
        return client.post()
                .uri(address)
                .bodyValue(new RemoteWire.Request(settings.model(), inputs, "float"))
                .retrieve()
                .bodyToMono(RemoteWire.Response.class)
                .map(answer -> encodings(inputs, answer))
                .switchIfEmpty(Mono.error(RemoteAnswer.UnfitException::nothing));
    }

    private List<Encoding> encodings(List<String> inputs, RemoteWire.Response answer) {
        List<float[]> vectors = RemoteAnswer.vectors(answer, inputs.size(), settings.dimension());
        int[] tokens = RemoteAnswer.tokens(answer, inputs);
        return IntStream.range(0, inputs.size())
                .<Encoding>mapToObj(i -> new Encoding.Encoded(vectors.get(i), tokens[i]))
                .toList();
    }

    private static HttpClient http(RemoteSettings settings) {
        var pool =
                ConnectionProvider.builder("embedding-model")
                        .maxConnections(settings.calls())
                        .pendingAcquireMaxCount(settings.calls())
                        .pendingAcquireTimeout(CONNECT)
                        .maxIdleTime(IDLE)
                        .build();
        return HostNames.soonAskedAgain(HttpClient.create(pool))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                .responseTimeout(settings.limit())
                .disableRetry(true);
    }

    private static JsonMapper tolerant() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
