package org.berea.contracts.caller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTokensTest {
    private static final byte[] KEY = "an example key of more than 32 bytes".getBytes(UTF_8);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Caller ALICE =
            new Caller(
                    "alice", Tier.PLUS, "beta", Set.of("quota:admin", "corpus:admin"), true, false);

    private final CallerTokens tokens = at(NOON);

    @Test
    void whatIsMintedIsVerifiedAsTheSameCaller() {
        assertThat(tokens.verify(tokens.mint(ALICE))).contains(ALICE);
    }

    @Test
    void expiresAfterFiveMinutes() {
        String token = tokens.mint(ALICE);

        assertThat(at(NOON.plusSeconds(299)).verify(token)).contains(ALICE);
        assertThat(at(NOON.plusSeconds(300)).verify(token)).isEmpty();
    }

    @Test
    void refusesWhatAnotherKeySigned() {
        var foreign = new CallerTokens(new byte[32], "gateway", Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(tokens.verify(foreign.mint(ALICE))).isEmpty();
    }

    @Test
    void refusesTokensWithoutSignatureOrNonsenseOrNothing() {
        String unsigned = new PlainJWT(claims("berea-internal")).serialize();

        assertThat(tokens.verify(unsigned)).isEmpty();
        assertThat(tokens.verify("a.b.c")).isEmpty();
        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify(null)).isEmpty();
    }

    @Test
    void refusesAnotherAudienceAlthoughTheKeyIsRight() throws JOSEException {
        assertThat(tokens.verify(signed(claims("somebody-else")))).isEmpty();
        assertThat(tokens.verify(signed(claims("berea-internal")))).isPresent();
    }

    @Test
    void aShortKeyIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> new CallerTokens(new byte[31], "x", Clock.systemUTC()))
                .hasMessage("caller key: 31 bytes (expected: at least 32)");
    }

    @Test
    void anUnknownTierIsFree() {
        assertThat(Tier.of("platinum")).isEqualTo(Tier.FREE);
        assertThat(Tier.of(null)).isEqualTo(Tier.FREE);
    }

    private static CallerTokens at(Instant instant) {
        return new CallerTokens(KEY, "gateway", Clock.fixed(instant, ZoneOffset.UTC));
    }

    private static JWTClaimsSet claims(String audience) {
        return new JWTClaimsSet.Builder()
                .subject("alice")
                .audience(audience)
                .claim("cohort", "other")
                .expirationTime(Date.from(NOON.plusSeconds(60)))
                .build();
    }

    private static String signed(JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(KEY));
        return token.serialize();
    }
}
