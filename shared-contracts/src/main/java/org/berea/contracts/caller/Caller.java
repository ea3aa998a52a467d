package org.berea.contracts.caller;

import java.util.Set;
import org.berea.contracts.Check;

/**
 * Who asks, as far as inner services need to know.
 *
 * @param subject the user, or {@code service:NAME} for a service's own work
 * @param cohort one of the configured cohorts, else {@code other}
 * @param paid whether this call may spend money; false when the quota store was away
 * @param soft whether the caller is above the soft share of the daily token quota
 */
public record Caller(
        String subject, Tier tier, String cohort, Set<String> scopes, boolean paid, boolean soft) {
    /** The cohort of everybody who is in none of the configured ones. */
    public static final String OTHER_COHORT = "other";

    private static final int LONGEST = 200;

    public Caller {
        Check.text("subject", subject, LONGEST);
        Check.present("tier", tier);
        Check.text("cohort", cohort, LONGEST);
        scopes = Set.copyOf(scopes);
    }

    /** A service that works on its own account, such as embedding after an event. */
    public static Caller service(String name) {
        return new Caller("service:" + name, Tier.FREE, OTHER_COHORT, Set.of(), false, false);
    }

    public boolean isService() {
        return subject.startsWith("service:");
    }

    public boolean has(String scope) {
        return scopes.contains(scope);
    }
}
