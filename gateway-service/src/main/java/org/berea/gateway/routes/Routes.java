package org.berea.gateway.routes;

import java.time.Duration;
import org.berea.chassis.client.ServiceName;
import org.berea.gateway.quota.QuotaGate;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The whole list of what is reached from outside; nothing else is. */
@Configuration(proxyBeanMethods = false)
class Routes {
    private static final String ASK = "/ai/completions";
    private static final String ANSWER = "/ai/completions/{id}";
    private static final String TRANSLATIONS = "/ai/translations";
    private static final String SEARCH = "/ai/search";
    private static final String PASSAGES = "/ai/passages/{ref}";
    private static final String EMBEDDINGS = "/ai/embeddings";
    private static final String MODERATIONS = "/ai/moderations";
    private static final String HISTORY = "/ai/history";
    private static final String IMPORT = "/admin/translations/{code}";
    private static final String CROSS_REFERENCES = "/admin/cross-references";
    private static final String REVIEWS = "/admin/reviews";
    private static final String DEAD_LETTERS = "/admin/dead-letters";
    private static final String REPLAY = "/admin/dead-letters/{consumer}";

    /** A whole Bible over a slow line; the limit of headers counts from the first byte sent. */
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(10);

    private final RouteFilters filters;
    private final QuotaGate quota;

    Routes(RouteFilters filters, QuotaGate quota) {
        this.filters = filters;
        this.quota = quota;
    }

    @Bean
    RouteLocator routeLocator(RouteLocatorBuilder builder) {
        var routes = builder.routes();
        add(
                routes,
                HttpMethod.POST,
                ASK,
                ServiceName.INFERENCE,
                quota.forAnswers(),
                filters.newId());
        add(routes, HttpMethod.DELETE, ANSWER, ServiceName.INFERENCE);
        add(routes, HttpMethod.GET, TRANSLATIONS, ServiceName.SEARCH);
        add(routes, HttpMethod.GET, SEARCH, ServiceName.SEARCH, quota.forRequests());
        add(routes, HttpMethod.GET, PASSAGES, ServiceName.SEARCH, quota.forRequests());
        add(routes, HttpMethod.POST, EMBEDDINGS, ServiceName.EMBEDDING, quota.forRequests());
        add(routes, HttpMethod.POST, MODERATIONS, ServiceName.MODERATION, quota.forRequests());
        add(routes, HttpMethod.GET, HISTORY, ServiceName.WORKER);
        add(routes, HttpMethod.GET, IMPORT, ServiceName.WORKER);
        add(routes, HttpMethod.PUT, IMPORT, ServiceName.WORKER);
        add(routes, HttpMethod.GET, CROSS_REFERENCES, ServiceName.WORKER);
        add(routes, HttpMethod.PUT, CROSS_REFERENCES, ServiceName.WORKER);
        add(routes, HttpMethod.GET, REVIEWS, ServiceName.WORKER);
        add(routes, HttpMethod.GET, DEAD_LETTERS, ServiceName.WORKER);
        add(routes, HttpMethod.POST, REPLAY, ServiceName.WORKER);
        return routes.build();
    }

    private void add(
            RouteLocatorBuilder.Builder routes,
            HttpMethod method,
            String path,
            ServiceName service,
            GatewayFilter... before) {
        routes.route(
                method + " " + path,
                route ->
                        limited(
                                        method,
                                        route.method(method)
                                                .and()
                                                .path(path)
                                                .filters(spec -> filtered(spec, before)))
                                .uri("lb://" + service.label()));
    }

    private UriSpec filtered(GatewayFilterSpec spec, GatewayFilter... before) {
        return spec.filters(before)
                .filter(filters.failures())
                .filter(filters.inwardHeaders())
                .filter(filters.onceMore());
    }

    private static UriSpec limited(HttpMethod method, UriSpec route) {
        return method.equals(HttpMethod.PUT)
                ? route.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, IMPORT_LIMIT.toMillis())
                : route;
    }
}
