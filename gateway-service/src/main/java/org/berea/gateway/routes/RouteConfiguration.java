package org.berea.gateway.routes;

import java.time.Clock;
import org.berea.chassis.client.HostNames;
import org.berea.chassis.problem.ProblemResponse;
import org.berea.contracts.caller.CallerTokens;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the routes stand on. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = BalancerConfiguration.class)
class RouteConfiguration {
    @Bean
    static BeanFactoryPostProcessor renamedSettings(Environment environment) {
        return _ -> RenamedSettings.refuse(environment);
    }

    @Bean
    RefusedInstances refusedInstances(Clock clock) {
        return new RefusedInstances(clock);
    }

    @Bean
    RouteFilters routeFilters(CallerTokens tokens, RefusedInstances refused) {
        return new RouteFilters(tokens, refused);
    }

    @Bean
    GlobalFilter brokenStreams(ProblemResponse problems, StreamSettings limits) {
        return new BrokenStreams(problems, limits);
    }

    /** A question that was sent may have been answered and charged: it is never sent again. */
    @Bean
    HttpClientCustomizer neverTwice() {
        return client -> client.disableRetry(true);
    }

    @Bean
    HttpClientCustomizer hostNames() {
        return HostNames::soonAskedAgain;
    }
}
