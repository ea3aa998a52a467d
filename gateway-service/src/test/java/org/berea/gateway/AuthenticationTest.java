package org.berea.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.caller.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Running.class)
@TestInstance(Lifecycle.PER_CLASS)
final class AuthenticationTest {
    private static final String QUESTION = "/ai/translations";

    private final Running.Suite suite;
    private final Gateway gateway;

    AuthenticationTest(Running.Suite suite) {
        this.suite = suite;
        this.gateway = suite.gateway();
    }

    Stream<Arguments> badTokens() throws Exception {
        return Stream.of(
                arguments("alg none", new PlainJWT(Tokens.claims("a").build()).serialize()),
                arguments("HS256 with the public key", signedWithPublicKey()),
                arguments("wrong audience", gateway.token("a", it -> it.audience("other"))),
                arguments("no audience", gateway.token("a", it -> it.audience((String) null))),
                arguments("wrong issuer", gateway.token("a", it -> it.issuer("other"))),
                arguments("no issuer", gateway.token("a", it -> it.issuer(null))),
                arguments("expired", gateway.token("a", it -> it.expirationTime(ago(15)))),
                arguments("no expiry", gateway.token("a", it -> it.expirationTime(null))),
                arguments("not yet valid", gateway.token("a", it -> it.notBeforeTime(ago(-60)))),
                arguments("no subject", gateway.token("a", it -> it.subject(null))),
                arguments("blank subject", gateway.token(" ", it -> it)),
                arguments("a service's name", gateway.token("service:worker", it -> it)),
                arguments("endless subject", gateway.token("x".repeat(201), it -> it)),
                arguments("control character", gateway.token("a\u0000b", it -> it)),
                arguments(
                        "another key",
                        Tokens.signed(
                                JWSAlgorithm.RS256,
                                Tokens.rsaKey("users"),
                                Tokens.claims("a").build())),
                arguments(
                        "an algorithm that is not allowed",
                        Tokens.signed(
                                JWSAlgorithm.RS512, gateway.key(), Tokens.claims("a").build())),
                arguments("a changed body", changed(gateway.token("a", "free"))),
                arguments("garbage", "garbage"),
                arguments("empty parts", ".."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesTokensThatProveNothing(String name, String token) throws Exception {
        var answer =
                gateway.send(gateway.request(QUESTION).header("Authorization", "Bearer " + token));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"berea\", error=\"invalid_token\"");
        assertThat(answer.json().path("requestId").asString()).matches("[0-9a-f]{32}");
    }

    @Test
    void refusesWhoHasNoToken() throws Exception {
        var answer = gateway.send(gateway.request(QUESTION));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"berea\"");
    }

    @Test
    void takesNoTokenFromQueryOrBasic() throws Exception {
        String token = gateway.token("a", "free");

        assertThat(gateway.send(gateway.request(QUESTION + "?access_token=" + token)).status())
                .isEqualTo(401);
        assertThat(
                        gateway.send(
                                        gateway.request(QUESTION)
                                                .header("Authorization", "Basic YTpi"))
                                .status())
                .isEqualTo(401);
    }

    @Test
    void toleratesClocksThatAreALittleApart() throws Exception {
        String token = gateway.token("late", it -> it.expirationTime(ago(3)));

        assertThat(
                        gateway.send(
                                        gateway.request(QUESTION)
                                                .header("Authorization", "Bearer " + token))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void refusesStrangersBeforeTellingWhatExists() throws Exception {
        assertThat(gateway.send(gateway.request("/nothing/here")).status()).isEqualTo(401);
        assertThat(gateway.send(gateway.request("/actuator/health")).status()).isEqualTo(401);
        assertThat(
                        gateway.send(
                                        gateway.request("/ai/completions")
                                                .POST(
                                                        BodyPublishers.ofByteArray(
                                                                new byte[300_000])))
                                .status())
                .isEqualTo(401);
        assertThat(gateway.send(gateway.request("/nothing/here", "a")).problem())
                .isEqualTo("not-found");
        assertThat(gateway.send(gateway.request("/actuator/health", "a")).problem())
                .isEqualTo("not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/translations/KJV, '', 403",
        "/admin/translations/KJV, quota:admin, 403",
        "/admin/translations/KJV, corpus:admin, 200",
        "/admin/translations/KJV, quota:admin corpus:admin, 200",
        "/admin/translations, quota:admin, 403",
        "/admin/cross-references, '', 403",
        "/admin/cross-references, quota:admin, 403",
        "/admin/cross-references, corpus:admin, 200",
        "/admin/reviews, corpus:admin, 403",
        "/admin/reviews, quota:admin, 200",
        "/admin/dead-letters, corpus:admin, 403",
        "/admin/dead-letters, quota:admin, 200",
        "/admin/budgets, '', 403",
        "/admin/budgets, corpus:admin, 403",
        "/admin/budgets, quota:admin, 404",
        "/admin, '', 403",
    })
    void asksForTheScopeOfThePath(String path, String scopes, int status) throws Exception {
        var answer =
                gateway.send(
                        gateway.request(path)
                                .header(
                                        "Authorization",
                                        "Bearer " + gateway.token("a", "pro", scopes)));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.problem()).isEqualTo("forbidden");
        }
    }

    @Test
    void tellsServicesWhoAsks() throws Exception {
        String token =
                gateway.token(
                        "alice",
                        it ->
                                it.claim("tier", "plus")
                                        .claim("cohort", "seminary")
                                        .claim("scope", "corpus:admin something"));
        gateway.send(
                gateway.request(QUESTION)
                        .header("Authorization", "Bearer " + token)
                        .header(Upstream.TEST, "who-asks"));

        assertThat(caller("who-asks"))
                .isEqualTo(
                        new Caller(
                                "alice",
                                Tier.PLUS,
                                "seminary",
                                Set.of("corpus:admin"),
                                false,
                                false));
    }

    @Test
    void makesTheLeastOfClaimsItDoesNotKnow() throws Exception {
        String token =
                gateway.token(
                        "bob",
                        it ->
                                it.claim("tier", "platinum")
                                        .claim("cohort", "invented")
                                        .claim("scope", 7));
        gateway.send(
                gateway.request(QUESTION)
                        .header("Authorization", "Bearer " + token)
                        .header(Upstream.TEST, "unknown-claims"));

        assertThat(caller("unknown-claims"))
                .isEqualTo(new Caller("bob", Tier.FREE, "other", Set.of(), false, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ai/../admin/translations/KJV",
                "/ai/%2e%2e/admin/translations/KJV",
                "/ai/..%2fadmin/translations/KJV",
                "/ai/..;/admin/translations/KJV",
                "/ai;x=1/translations",
                "/ai//translations",
                "/ai/translations%00",
                "/ai/%2f/translations",
                "/ai/translations%5c..",
                "/ai/%252e%252e/admin",
                "/ai/translations%0d%0aX:y",
            })
    void refusesPathsThatCanBeReadInTwoWays(String path) throws Exception {
        try (var socket = new RawSocket(gateway.port())) {
            socket.send(
                    """
                    GET %s HTTP/1.1
                    Host: berea
                    Authorization: Bearer %s
                    X-Test: traversal
                    Connection: close

                    """
                            .formatted(path, gateway.token("a", "pro", "corpus:admin")));

            assertThat(socket.status()).isEqualTo(400);
        }
        assertThat(suite.upstream().hasSeen("traversal")).isFalse();
    }

    private Caller caller(String test) {
        String header = suite.upstream().seen(test).headers().get(CallerTokens.HEADER);
        return Gateway.verified(header).orElseThrow();
    }

    private String signedWithPublicKey() throws Exception {
        String pem = Files.readString(suite.folder().resolve("public.pem"));
        return signed(pem.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(byte[] secret) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), Tokens.claims("a").build());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.");
        String other = Tokens.claims("mallory").build().toPayload().toBase64URL().toString();
        return parts[0] + "." + other + "." + parts[2];
    }

    private static Date ago(int seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }
}
