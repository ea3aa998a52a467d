package org.berea.gateway.page;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads the page's files and puts the headers on everything. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {
    @Bean
    PageFiles pageFiles() throws IOException {
        return PageFiles.read();
    }

    @Bean
    PageFile apiDocument(JsonMapper mapper) throws IOException {
        return ApiDocument.read(mapper);
    }

    @Bean
    HttpHandlerDecoratorFactory securityHeaders(PageSettings settings) {
        return new SecurityHeaders(settings);
    }
}
