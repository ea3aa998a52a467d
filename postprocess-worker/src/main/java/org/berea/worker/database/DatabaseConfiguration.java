package org.berea.worker.database;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires what waits for the database. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** {@link Schema} migrates in the background instead of holding up the start. */
    @Bean
    static FlywayMigrationStrategy migrateLater() {
        return _ -> {};
    }

    @Bean
    HealthIndicator schemaHealthIndicator(Schema schema) {
        return () -> schema.isReady() ? Health.up().build() : Health.outOfService().build();
    }

    @Bean
    WebMvcConfigurer refuseUntilReady(Schema schema) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ReadyGate(schema));
            }
        };
    }
}
