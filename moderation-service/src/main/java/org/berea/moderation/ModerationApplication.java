package org.berea.moderation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The moderation service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ModerationApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ModerationApplication.class, arguments);
    }
}
