package org.berea.gateway.routes;

import java.util.Map;
import org.berea.contracts.InvalidValueException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Refuses to start with settings of Spring Cloud Gateway before 5, which would be ignored without a
 * word: a limit that someone believes in would not be there.
 */
final class RenamedSettings {
    private static final String OLD = "spring.cloud.gateway";
    private static final String NEW = "server";

    private RenamedSettings() {}

    static void refuse(Environment environment) {
        Binder.get(environment)
                .bind(OLD, Bindable.mapOf(String.class, Object.class))
                .orElseGet(Map::of)
                .keySet()
                .stream()
                .filter(name -> !name.equals(NEW))
                .findFirst()
                .ifPresent(RenamedSettings::refuse);
    }

    private static void refuse(String name) {
        throw InvalidValueException.unshown(
                OLD + "." + name, "ignored since version 5", OLD + ".server.webflux." + name);
    }
}
