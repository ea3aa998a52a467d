package org.berea.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A small OpenID Connect issuer that knows one user and insists on PKCE. */
final class Issuer implements AutoCloseable {
    private final HttpServer server;
    private final String token;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    /**
     * @param token the access token that everybody gets
     */
    Issuer(String token) {
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/realm/.well-known/openid-configuration", this::configuration);
        server.createContext("/realm/authorize", this::authorize);
        server.createContext("/realm/token", this::token);
        server.start();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String address() {
        return origin() + "/realm";
    }

    /** Why somebody got no token. */
    List<String> refused() {
        return refused;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token"}"""
                        .formatted(address()));
    }

    /** As if the user had signed in and agreed. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> request = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, request);
        String back =
                "%s?code=%s&state=%s&iss=%s"
                        .formatted(
                                request.get("redirect_uri"),
                                code,
                                request.get("state"),
                                URLEncoder.encode(address(), UTF_8));
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Map<String, String> request = parameters(body);
        Map<String, String> before = asked.remove(String.valueOf(request.get("code")));
        boolean isGood =
                before != null
                        && "S256".equals(before.get("code_challenge_method"))
                        && challenge(request).equals(before.get("code_challenge"))
                        && "berea-web".equals(request.get("client_id"))
                        && "authorization_code".equals(request.get("grant_type"))
                        && String.valueOf(request.get("redirect_uri"))
                                .equals(before.get("redirect_uri"));
        if (!isGood) {
            refused.add(body);
        }
        answer(
                exchange,
                isGood ? 200 : 400,
                isGood
                        ? "{\"access_token\":\"%s\",\"token_type\":\"Bearer\"}".formatted(token)
                        : "{\"error\":\"invalid_grant\"}");
    }

    private static String challenge(Map<String, String> request) {
        try {
            byte[] verifier = String.valueOf(request.get("code_verifier")).getBytes(UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
