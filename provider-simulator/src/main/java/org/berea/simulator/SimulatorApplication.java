package org.berea.simulator;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the simulator as a process of its own. */
public final class SimulatorApplication {
    private SimulatorApplication() {}

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /**
     * Has its own configuration name and no component scan: inside another service's tests it must
     * see neither that service's settings nor its auto-configuration.
     */
    static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(SimulatorConfiguration.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=provider-simulator");
    }
}
