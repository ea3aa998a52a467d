package org.berea.search.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the pools. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    WorkPool searches(WebSettings settings) {
        return new WorkPool(
                "search", settings.threadsOrProcessors(), settings.waiting(), settings.limit());
    }

    /** One thread, because writes follow one another anyway. */
    @Bean
    WorkPool writes(WebSettings settings) {
        return new WorkPool("write", 1, settings.waiting(), settings.writeLimit());
    }
}
