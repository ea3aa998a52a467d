package org.berea.embedding;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The embedding service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EmbeddingApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(EmbeddingApplication.class, arguments);
    }
}
