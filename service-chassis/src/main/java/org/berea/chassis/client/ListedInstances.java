package org.berea.chassis.client;

import java.net.URI;
import java.util.List;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import reactor.core.publisher.Flux;

/** Feeds the load balancer from the configured lists. */
final class ListedInstances implements ReactiveDiscoveryClient {
    private final ServiceAddresses addresses;

    ListedInstances(ServiceAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public String description() {
        return "instances listed in the configuration";
    }

    @Override
    public Flux<ServiceInstance> getInstances(String service) {
        return Flux.fromIterable(addresses.of(service)).map(uri -> instance(service, uri));
    }

    @Override
    public Flux<String> getServices() {
        return Flux.fromIterable(List.copyOf(addresses.services().keySet()));
    }

    private static ServiceInstance instance(String service, URI uri) {
        boolean secure = "https".equals(uri.getScheme());
        return new DefaultServiceInstance(
                uri.getAuthority(), service, uri.getHost(), uri.getPort(), secure);
    }
}
