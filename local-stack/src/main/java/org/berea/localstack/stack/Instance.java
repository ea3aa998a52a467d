package org.berea.localstack.stack;

/**
 * One process of a service.
 *
 * @param number from 1
 */
record Instance(Service service, int number, int port, int managementPort) {
    String name() {
        return number == 1 ? service.module() : service.module() + "-" + number;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Where it tells its figures. */
    String metricsUrl() {
        return "http://127.0.0.1:" + managementPort + "/actuator/prometheus";
    }

    /** Answers 200 when it can serve. */
    String readinessUrl() {
        return service == Service.SIMULATOR
                ? url() + "/health"
                : "http://127.0.0.1:" + managementPort + "/actuator/health/readiness";
    }
}
