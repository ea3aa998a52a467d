package org.berea.gateway.authentication;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.berea.contracts.Check;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Scopes;
import org.berea.contracts.caller.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

/** Reads the caller out of a verified token; what it does not know becomes the least. */
final class Callers implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {
    private static final String OTHER = "other";
    private static final Set<String> KNOWN_SCOPES = Set.of(Scopes.CORPUS_ADMIN, Scopes.QUOTA_ADMIN);

    private final Set<String> cohorts;

    Callers(Set<String> cohorts) {
        this.cohorts = Set.copyOf(cohorts);
    }

    @Override
    public Mono<AbstractAuthenticationToken> convert(Jwt token) {
        Set<String> scopes = scopes(token.getClaims().get("scope"));
        var caller =
                new Caller(
                        Check.present("sub", token.getSubject()),
                        Tier.of(text(token.getClaims().get("tier"))),
                        cohort(text(token.getClaims().get("cohort"))),
                        scopes,
                        false,
                        false);
        List<SimpleGrantedAuthority> authorities =
                scopes.stream().map(SimpleGrantedAuthority::new).toList();
        return Mono.just(new CallerAuthentication(caller, authorities));
    }

    private String cohort(@Nullable String claimed) {
        return claimed != null && cohorts.contains(claimed) ? claimed : OTHER;
    }

    private static Set<String> scopes(@Nullable Object claim) {
        Stream<String> claimed =
                switch (claim) {
                    case String text -> Arrays.stream(text.split(" "));
                    case Collection<?> list -> list.stream().map(String::valueOf);
                    case null, default -> Stream.empty();
                };
        return claimed.filter(KNOWN_SCOPES::contains).collect(toUnmodifiableSet());
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim instanceof String text ? text : null;
    }
}
