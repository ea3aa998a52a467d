package org.berea.chassis.client;

import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** Gives services that call others their addresses and clients. */
@AutoConfiguration
@ConditionalOnClass({
    ReactiveDiscoveryClient.class,
    ReactorLoadBalancerExchangeFilterFunction.class
})
@EnableConfigurationProperties(ServiceAddresses.class)
public class ClientConfiguration {
    @Bean
    ReactiveDiscoveryClient listedInstances(ServiceAddresses addresses) {
        return new ListedInstances(addresses);
    }

    /** Apart, because the gateway forwards by routes and needs no clients. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = "org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration")
    static class Clients {
        @Bean
        ServiceClients serviceClients(
                WebClient.Builder builder,
                ReactorLoadBalancerExchangeFilterFunction balancer,
                CallerTokens tokens,
                @Value("${spring.application.name}") String name,
                JsonMapper mapper) {
            return new ServiceClients(builder, balancer, tokens, Caller.service(name), mapper);
        }

        @Bean
        GuardedService.Factory guardedServices(ServiceClients clients, Guard.Factory guards) {
            return new GuardedService.Factory(clients, guards);
        }
    }
}
