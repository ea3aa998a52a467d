package org.berea.chassis.caller;

import java.time.Clock;
import org.berea.contracts.caller.CallerTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives every service its clock and the minting and verifying of caller tokens. */
@AutoConfiguration
@EnableConfigurationProperties(CallerSettings.class)
public class CallerConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CallerTokens callerTokens(
            CallerSettings settings,
            @Value("${spring.application.name}") String name,
            Clock clock) {
        return new CallerTokens(settings.keyBytes(), name, clock);
    }
}
