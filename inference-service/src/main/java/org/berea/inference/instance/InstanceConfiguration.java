package org.berea.inference.instance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the process its name. */
@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {
    @Bean
    InstanceId instanceId() {
        return InstanceId.next();
    }
}
