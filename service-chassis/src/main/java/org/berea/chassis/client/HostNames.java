package org.berea.chassis.client;

import java.time.Duration;
import reactor.netty.http.client.HttpClient;

/** How long a client believes what the name of a host meant. */
public final class HostNames {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private HostNames() {}

    /**
     * A container that is started again may get the address that another one had. Name servers of
     * container engines allow answers to be kept for ten minutes all the same, so we ask sooner.
     */
    public static HttpClient soonAskedAgain(HttpClient client) {
        return client.resolver(names -> names.cacheMaxTimeToLive(KEPT));
    }
}
