package org.berea.inference.prompting;

import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param budget of a whole prompt, in tokens; a question that fills it alone is refused
 */
@ConfigurationProperties(prefix = "berea.inference.prompting", ignoreUnknownFields = false)
record PromptingSettings(@DefaultValue("6000") int budget) {
    PromptingSettings {
        Check.range("berea.inference.prompting.budget", budget, 3_000, 1_000_000);
    }
}
