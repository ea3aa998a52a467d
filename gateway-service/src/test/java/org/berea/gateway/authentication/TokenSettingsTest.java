package org.berea.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.berea.contracts.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class TokenSettingsTest {
    private static final String KEY = "berea.jwt.public-key-file=/key.pem";

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Properties.class);

    @EnableConfigurationProperties(TokenSettings.class)
    static class Properties {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "berea.jwt.jwks-uri=http://x/ | berea.jwt: both a key file and a JWKS URI",
                "berea.jwt.algorithms=HS256 | berea.jwt.algorithms: '[HS256]' (expected: some of",
                "berea.jwt.algorithms=none | berea.jwt.algorithms: '[none]' (expected: some of",
                "berea.jwt.algorithms= | berea.jwt.algorithms: '[]' (expected: some of",
                "berea.jwt.clock-skew=31s | berea.jwt.clock-skew: 'PT31S' (expected: 0s to 30s)",
                "berea.jwt.issuer= | berea.jwt.issuer: '' (expected:",
                "berea.jwt.audience= | berea.jwt.audience: '' (expected:",
                "berea.jwt.isuer=x | The elements [berea.jwt.isuer] were left unbound",
            })
    void refusesWhatItDoesNotUnderstand(String setting, String message) {
        context.withPropertyValues(KEY, setting)
                .run(it -> assertThat(it).getFailure().rootCause().hasMessageContaining(message));
    }

    @Test
    void needsOneKeyAndHasDefaultsForTheRest() {
        context.run(
                it ->
                        assertThat(it)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("berea.jwt: no key (expected: either"));
        context.withPropertyValues(KEY)
                .run(
                        it -> {
                            var settings = it.getBean(TokenSettings.class);
                            assertThat(settings.issuer()).isEqualTo("berea");
                            assertThat(settings.audience()).isEqualTo("berea");
                            assertThat(settings.algorithms()).containsExactly("RS256");
                            assertThat(settings.clockSkew()).hasSeconds(10);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a key",
                "",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"
            })
    void refusesFilesThatHoldNoKey(String content, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key.pem"), content);

        assertThatThrownBy(() -> PublicKeyFile.read(file))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("(expected: PEM of a public key");
    }

    @Test
    void refusesKeysThatAreTooShort(@TempDir Path folder) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
        String pem =
                "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----"
                        .formatted(Base64.getMimeEncoder().encodeToString(encoded));
        Path file = Files.writeString(folder.resolve("key.pem"), pem);

        assertThatThrownBy(() -> PublicKeyFile.read(file))
                .hasMessageContaining("RSA of 2048 bits or more");
    }
}
