package org.berea.gateway.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * Tells browsers, with every response whoever made it, that nothing but the page's own files may
 * run, that no text ever becomes markup or script, and that nobody may frame or read it.
 */
final class SecurityHeaders implements HttpHandlerDecoratorFactory {
    private final Map<String, String> headers = new LinkedHashMap<>();

    SecurityHeaders(PageSettings settings) {
        headers.put("Content-Security-Policy", policy(settings));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put(
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    }

    @Override
    public HttpHandler apply(HttpHandler next) {
        return (request, response) -> {
            response.beforeCommit(() -> add(response));
            return next.handle(request, response);
        };
    }

    private static String policy(PageSettings settings) {
        String issuer = settings.issuerOrigin().map(origin -> " " + origin).orElse("");
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "connect-src 'self'" + issuer,
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types 'none'",
                "report-uri /csp-reports");
    }

    private Mono<Void> add(ServerHttpResponse response) {
        return Mono.fromRunnable(
                () -> {
                    HttpHeaders target = response.getHeaders();
                    headers.forEach(target::set);
                });
    }
}
