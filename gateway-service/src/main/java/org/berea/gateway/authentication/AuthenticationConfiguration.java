package org.berea.gateway.authentication;

import org.berea.chassis.reactive.ReactiveProblems;
import org.berea.contracts.caller.Scopes;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/**
 * Who gets in: everybody with a valid token, administrators with their scope, nobody else; except
 * for the page with which people sign in, and the description of the API.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class AuthenticationConfiguration {
    /** The page, what the API is, and the status: who may see that is decided where it is shown. */
    private static final String[] OPEN = {"/", "/web/**", "/docs", "/openapi.json", "/status"};

    @Bean
    ReactiveJwtDecoder tokens(TokenSettings settings) {
        var decoder = new NimbusReactiveJwtDecoder(new Signatures(TrustedKeys.of(settings)));
        decoder.setJwtValidator(
                Claims.validator(settings.issuer(), settings.audience(), settings.clockSkew()));
        return decoder;
    }

    @Bean
    Refusals refusals(ReactiveProblems problems) {
        return new Refusals(problems);
    }

    /** Matches only on the management port, which is never reached from outside. */
    @Bean
    @Order(0)
    SecurityWebFilterChain management(ServerHttpSecurity http) {
        return stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeExchange(paths -> paths.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain users(
            ServerHttpSecurity http,
            ReactiveJwtDecoder tokens,
            TokenSettings settings,
            Refusals refusals) {
        return stateless(http)
                .authorizeExchange(AuthenticationConfiguration::whoMayGoWhere)
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals))
                .oauth2ResourceServer(
                        server ->
                                server.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals)
                                        .jwt(
                                                jwt ->
                                                        jwt.jwtDecoder(tokens)
                                                                .jwtAuthenticationConverter(
                                                                        new Callers(
                                                                                settings
                                                                                        .cohorts()))))
                .build();
    }

    private static void whoMayGoWhere(AuthorizeExchangeSpec paths) {
        paths.pathMatchers(HttpMethod.GET, OPEN)
                .permitAll()
                .pathMatchers(HttpMethod.HEAD, OPEN)
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/csp-reports")
                .permitAll()
                .pathMatchers(
                        "/admin/translations",
                        "/admin/translations/**",
                        "/admin/cross-references",
                        "/admin/cross-references/**")
                .hasAuthority(Scopes.CORPUS_ADMIN)
                .pathMatchers("/admin", "/admin/**")
                .hasAuthority(Scopes.QUOTA_ADMIN)
                .anyExchange()
                .authenticated();
    }

    private static ServerHttpSecurity stateless(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }
}
