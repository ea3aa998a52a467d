package org.berea.localstack.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.berea.contracts.caller.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir Path folder;

    @Test
    void makesKeysOnceThatOnlyTheirOwnerCanRead() throws Exception {
        var keys = Keys.in(folder.resolve("keys"));
        byte[] callerKey = keys.callerKey();
        String password = keys.postgresPassword().value();

        var again = Keys.in(folder.resolve("keys"));

        assertThat(again.callerKey()).hasSize(32).isEqualTo(callerKey);
        assertThat(again.postgresPassword().value()).isEqualTo(password);
        assertThat(again.tokenKey()).isEqualTo(keys.tokenKey());
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files.filter(file -> !file.endsWith(".lock")))
                    .hasSize(4)
                    .allSatisfy(KeysTest::assertPrivate);
        }
    }

    @Test
    void signsTokensThatThePublicHalfProves() throws Exception {
        var keys = Keys.in(folder);
        var token =
                new UserToken(
                        "alice",
                        Tier.PRO,
                        Optional.of("students"),
                        Set.of("corpus:admin"),
                        Duration.ofMinutes(5));

        var parsed = SignedJWT.parse(token.signedBy(keys));

        var publicKey = publicKey(keys);
        assertThat(parsed.verify(new RSASSAVerifier(publicKey))).isTrue();
        assertThat(parsed.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(parsed.getHeader().getKeyID())
                .isEqualTo(publicKey.computeThumbprint().toString());
        var claims = parsed.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("berea");
        assertThat(claims.getAudience()).containsExactly("berea");
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getStringClaim("tier")).isEqualTo("pro");
        assertThat(claims.getStringClaim("cohort")).isEqualTo("students");
        assertThat(claims.getStringClaim("scope")).isEqualTo("corpus:admin");
        assertThat(claims.getExpirationTime())
                .isEqualTo(
                        Date.from(claims.getIssueTime().toInstant().plus(Duration.ofMinutes(5))));
    }

    private static RSAKey publicKey(Keys keys) throws Exception {
        String body = Files.readString(keys.publicKeyFile()).replaceAll("-----.*-----", "");
        var encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body));
        var key = KeyFactory.getInstance("RSA").generatePublic(encoded);
        return new RSAKey.Builder((RSAPublicKey) key).build();
    }

    private static void assertPrivate(Path file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
