package org.berea.gateway.page;

import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Serves the page, and the document that describes the API. Files keep their names, so browsers ask
 * each time whether one has changed.
 */
@RestController
class PageController {
    private final PageFiles files;
    private final PageFile apiDocument;
    private final PageSettings settings;

    PageController(PageFiles files, PageFile apiDocument, PageSettings settings) {
        this.files = files;
        this.apiDocument = apiDocument;
        this.settings = settings;
    }

    @GetMapping("/")
    Mono<Void> page(ServerWebExchange exchange) {
        return file("index.html", exchange);
    }

    @GetMapping("/docs")
    Mono<Void> readableApi(ServerWebExchange exchange) {
        return file("docs/index.html", exchange);
    }

    @GetMapping("/openapi.json")
    Mono<Void> api(ServerWebExchange exchange) {
        return write(apiDocument, exchange);
    }

    @GetMapping("/web/settings.json")
    PageSettings settings() {
        return settings;
    }

    @GetMapping("/web/{*name}")
    Mono<Void> file(@PathVariable String name, ServerWebExchange exchange) {
        String relative = name.startsWith("/") ? name.substring(1) : name;
        return files.named(relative)
                .map(file -> write(file, exchange))
                .orElseGet(() -> Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Mono<Void> write(PageFile file, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setCacheControl("no-cache");
        headers.setVary(List.of(HttpHeaders.ACCEPT_ENCODING));
        if (exchange.checkNotModified(file.version())) {
            return response.setComplete();
        }
        boolean zipped = takesGzip(exchange.getRequest().getHeaders());
        byte[] body = zipped ? file.gzipped() : file.plain();
        if (zipped) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        headers.setContentType(file.type());
        headers.setContentLength(body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    private static boolean takesGzip(HttpHeaders headers) {
        String accepted = headers.getFirst(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.matches(".*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\b).*");
    }
}
