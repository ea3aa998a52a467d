package org.berea.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.berea.chassis.metrics.Metric;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts what browsers say that the policy stopped. Anybody may send a report, so that nothing of
 * it but the directive's name is kept, and that only where it is one we know.
 */
@RestController
class BreachReports {
    private static final int LARGEST = 16 * 1024;
    private static final String OTHER = "other";
    private static final Set<String> DIRECTIVES =
            Set.of(
                    "script-src-elem",
                    "script-src-attr",
                    "script-src",
                    "style-src-elem",
                    "style-src-attr",
                    "style-src",
                    "img-src",
                    "connect-src",
                    "base-uri",
                    "form-action",
                    "frame-src",
                    "require-trusted-types-for",
                    "trusted-types");

    private final MeterRegistry meters;
    private final JsonMapper mapper;

    BreachReports(MeterRegistry meters, JsonMapper mapper) {
        this.meters = meters;
        this.mapper = mapper;
        DIRECTIVES.forEach(this::counter);
        counter(OTHER);
    }

    @PostMapping("/csp-reports")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> report(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST)
                .map(BreachReports::text)
                .defaultIfEmpty("")
                .doOnNext(body -> counter(directive(body)).increment())
                .then();
    }

    private Counter counter(String directive) {
        return Metric.PAGE_BREACHES.counter(meters, "directive", directive);
    }

    private String directive(String body) {
        try {
            JsonNode report = mapper.readTree(body).path("csp-report");
            String named = report.path("effective-directive").asString("");
            return DIRECTIVES.contains(named) ? named : OTHER;
        } catch (JacksonException e) {
            return OTHER;
        }
    }

    private static String text(DataBuffer buffer) {
        String text = buffer.toString(UTF_8);
        DataBufferUtils.release(buffer);
        return text;
    }
}
