package org.berea.gateway.routes;

import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Made once for each service, in a context of its own; so it must not be scanned. */
class BalancerConfiguration {
    /** Without the usual cache: the list is configuration, already in memory. */
    @Bean
    ServiceInstanceListSupplier instances(ConfigurableApplicationContext context) {
        return ServiceInstanceListSupplier.builder().withDiscoveryClient().build(context);
    }

    @Bean
    ReactorServiceInstanceLoadBalancer balancer(
            ServiceInstanceListSupplier instances, RefusedInstances refused) {
        return new Balancer(instances, refused);
    }
}
