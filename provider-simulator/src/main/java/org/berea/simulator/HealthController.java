package org.berea.simulator;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /health}, for whoever waits for the start. */
@RestController
final class HealthController {
    @GetMapping("/health")
    Map<String, String> health() {
        return Map.of("status", "up");
    }
}
