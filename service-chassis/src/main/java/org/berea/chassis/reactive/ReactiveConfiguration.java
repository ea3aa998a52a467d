package org.berea.chassis.reactive;

import org.berea.chassis.problem.ProblemResponse;
import org.berea.contracts.caller.CallerTokens;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Gives WebFlux services the caller check and problem rendering. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.REACTIVE)
public class ReactiveConfiguration {
    @Bean
    ReactiveProblems reactiveProblems(ProblemResponse responses) {
        return new ReactiveProblems(responses);
    }

    @Bean
    @ConditionalOnProperty(name = "berea.caller.required", matchIfMissing = true)
    CallerFilter callerFilter(CallerTokens tokens) {
        return new CallerFilter(tokens);
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgument());
            }
        };
    }
}
