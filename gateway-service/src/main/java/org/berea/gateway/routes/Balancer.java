package org.berea.gateway.routes;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.EmptyResponse;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Mono;

/** Goes round the instances of one service, past those that have just refused. */
final class Balancer implements ReactorServiceInstanceLoadBalancer {
    private final ServiceInstanceListSupplier instances;
    private final RefusedInstances refused;
    private final AtomicInteger position = new AtomicInteger();

    Balancer(ServiceInstanceListSupplier instances, RefusedInstances refused) {
        this.instances = instances;
        this.refused = refused;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public Mono<Response<ServiceInstance>> choose(Request request) {
        return instances.get(request).next().map(refused::without).map(this::next);
    }

    private Response<ServiceInstance> next(List<ServiceInstance> usable) {
        if (usable.isEmpty()) {
            return new EmptyResponse();
        }
        int turn = Math.floorMod(position.getAndIncrement(), usable.size());
        return new DefaultResponse(usable.get(turn));
    }
}
