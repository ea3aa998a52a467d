package org.berea.gateway.authentication;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.BadJwtException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Verifies signatures; what the claims say is checked afterwards. */
final class Signatures implements Converter<JWT, Mono<JWTClaimsSet>> {
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    // Looking for new keys blocks, and a signature costs CPU: neither belongs on an event loop.
    private final Scheduler workers = Schedulers.boundedElastic();

    Signatures(JWSKeySelector<SecurityContext> keys) {
        processor.setJWSKeySelector(keys);
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier((_, _) -> {});
    }

    @Override
    public Mono<JWTClaimsSet> convert(JWT token) {
        return Mono.fromCallable(() -> verify(token)).subscribeOn(workers);
    }

    private JWTClaimsSet verify(JWT token) {
        try {
            return processor.process(token, null);
        } catch (KeySourceException e) {
            throw new ProblemException(
                    Problem.of(ProblemType.UNAVAILABLE, "the issuer's keys cannot be fetched"), e);
        } catch (BadJOSEException | JOSEException e) {
            throw new BadJwtException("the signature is not valid", e);
        }
    }
}
