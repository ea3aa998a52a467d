package org.berea.gateway.arrival;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.web.server.WebFilter;

/** Puts the pieces of arrival before everything else. */
@Configuration(proxyBeanMethods = false)
class ArrivalConfiguration {
    @Bean
    HttpHandlerDecoratorFactory outsideHeaders(ArrivalSettings settings) {
        return new OutsideHeaders(settings.trustTrace());
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> sockets() {
        return factory -> factory.addServerCustomizers(Sockets::options);
    }

    @Bean
    WebFilter accessLog() {
        return new AccessLog();
    }

    @Bean
    WebFilter bodyLimit(ArrivalSettings settings) {
        return new BodyLimit(settings.largestBody().toBytes(), settings.largestImport().toBytes());
    }
}
