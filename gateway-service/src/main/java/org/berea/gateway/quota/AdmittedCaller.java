package org.berea.gateway.quota;

import java.util.Optional;
import org.berea.contracts.caller.Caller;
import org.springframework.web.server.ServerWebExchange;

/** A caller whom the quota has admitted to this exchange, with what it may spend. */
public record AdmittedCaller(Caller caller) {
    private static final String ATTRIBUTE = AdmittedCaller.class.getName();

    static AdmittedCaller of(Caller caller, boolean paid, boolean soft) {
        return new AdmittedCaller(
                new Caller(
                        caller.subject(),
                        caller.tier(),
                        caller.cohort(),
                        caller.scopes(),
                        paid,
                        soft));
    }

    /** The admitted caller, if the exchange went through a quota. */
    public static Optional<AdmittedCaller> in(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    void putInto(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
