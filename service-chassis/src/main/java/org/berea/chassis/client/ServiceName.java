package org.berea.chassis.client;

import java.util.Locale;

/** The services that can be called. */
public enum ServiceName {
    INFERENCE,
    EMBEDDING,
    MODERATION,
    SEARCH,
    WORKER;

    /** The name that stands as the host in a load-balanced address. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
