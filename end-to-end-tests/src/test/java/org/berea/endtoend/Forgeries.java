package org.berea.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Tokens that must not be believed, some of them signed with the right key. */
final class Forgeries {
    private Forgeries() {}

    static List<String> of(Path data, String good) throws IOException {
        Path keys = data.resolve("keys");
        String publicPem = Files.readString(pem(keys, "PUBLIC"));
        PrivateKey key = privateKey(Files.readString(pem(keys, "PRIVATE")));
        try {
            return List.of(
                    "nonsense",
                    good.substring(0, good.length() - 8) + "AAAAAAAA",
                    new PlainJWT(claims("berea", "berea", 600)).serialize(),
                    signedWithThePublicKey(publicPem),
                    signed(key, claims("berea", "somebody", 600)),
                    signed(key, claims("somebody", "berea", 600)),
                    signed(key, claims("berea", "berea", -600)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signedWithThePublicKey(String pem) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims("berea", "berea", 600));
        token.sign(new MACSigner(pem.getBytes(UTF_8)));
        return token.serialize();
    }

    private static String signed(PrivateKey key, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static JWTClaimsSet claims(String issuer, String audience, int seconds) {
        return new JWTClaimsSet.Builder()
                .subject("mallory")
                .issuer(issuer)
                .audience(audience)
                .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                .build();
    }

    private static Path pem(Path keys, String kind) throws IOException {
        try (var files = Files.list(keys)) {
            return files.filter(file -> contains(file, kind + " KEY")).findFirst().orElseThrow();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    private static PrivateKey privateKey(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
