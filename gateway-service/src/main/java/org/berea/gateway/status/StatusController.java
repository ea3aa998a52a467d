package org.berea.gateway.status;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows the figures to a browser on this machine, and to nobody else: they are the operator's. To
 * all others there is nothing here. The name of the host is looked at too, or any site could have
 * its own name point here and read them in a visitor's browser.
 */
@RestController
class StatusController {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final Set<String> THIS_MACHINE =
            Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Map<String, URI> targets;
    private final WebClient client;

    /** What an instance told, or null for none. */
    private record Told(String instance, @Nullable String text) {}

    StatusController(StatusSettings settings) {
        targets = settings.addresses();
        client =
                WebClient.builder()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                        .build();
    }

    @GetMapping("/status")
    Mono<ResponseEntity<String>> status(ServerHttpRequest request) {
        if (targets.isEmpty() || !isFromThisMachine(request)) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return Flux.fromIterable(targets.entrySet())
                .flatMapSequential(target -> ask(target.getKey(), target.getValue()))
                .collectList()
                .map(StatusController::page)
                .map(StatusController::answer);
    }

    private Mono<Told> ask(String instance, URI address) {
        return client.get()
                .uri(address)
                .retrieve()
                .bodyToMono(String.class)
                .timeout(LIMIT)
                .map(text -> new Told(instance, text))
                .onErrorReturn(new Told(instance, null));
    }

    private static String page(List<Told> told) {
        var instances = new LinkedHashMap<String, Boolean>();
        var samples = new ArrayList<Sample>();
        for (Told each : told) {
            String text = each.text();
            instances.put(each.instance(), text != null);
            if (text != null) {
                samples.addAll(Sample.read(text));
            }
        }
        return StatusPage.of(instances, new Figures(new Samples(samples)).sections());
    }

    private static ResponseEntity<String> answer(String page) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(page);
    }

    private static boolean isFromThisMachine(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress address = remote == null ? null : remote.getAddress();
        InetSocketAddress host = request.getHeaders().getHost();
        return address != null
                && address.isLoopbackAddress()
                && host != null
                && THIS_MACHINE.contains(host.getHostString());
    }
}
