package org.berea.localstack.commands;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.contracts.caller.Scopes;
import org.berea.contracts.caller.Tier;
import org.berea.localstack.keys.UserToken;

/** Prints a token for the local stack, or a link that signs a browser in, alone on its line. */
final class TokenCommand {
    static final String USUAL_USER = "alice";

    private static final Set<String> ADMIN = Set.of(Scopes.QUOTA_ADMIN, Scopes.CORPUS_ADMIN);
    private static final Set<String> OPTIONS =
            Set.of("--user", "--tier", "--cohort", "--ttl", "--port", "--data");
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);
    private static final Pattern LIFETIME = Pattern.compile("(\\d{1,6})([smhd])");

    private final PrintStream out;

    TokenCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> words) {
        var arguments = Arguments.parse(words, OPTIONS, Set.of("--admin", "--link"));
        arguments.requireNoPlain();
        var token =
                new UserToken(
                        user(arguments),
                        arguments.tier(Tier.FREE),
                        arguments.value("--cohort"),
                        arguments.has("--admin") ? ADMIN : Set.of(),
                        arguments
                                .value("--ttl")
                                .map(TokenCommand::duration)
                                .orElse(USUAL_LIFETIME));
        var home = Home.of(arguments);
        String signed = home.signed(token);
        out.println(arguments.has("--link") ? link(home.gateway(arguments), signed) : signed);
        return 0;
    }

    /** A link of an hour for the usual user. */
    static String signInLink(Home home, String gateway) {
        var token =
                new UserToken(USUAL_USER, Tier.FREE, Optional.empty(), Set.of(), USUAL_LIFETIME);
        return link(gateway, home.signed(token));
    }

    /** What stands behind the hash never leaves the browser. */
    private static String link(String gateway, String token) {
        return gateway + "/#token=" + token;
    }

    /** A token of five minutes for a command that speaks to the gateway itself. */
    static UserToken of(Arguments arguments, Set<String> scopes) {
        return new UserToken(
                user(arguments),
                arguments.tier(Tier.FREE),
                Optional.empty(),
                scopes,
                Duration.ofMinutes(5));
    }

    private static String user(Arguments arguments) {
        return arguments.value("--user").orElse(USUAL_USER);
    }

    private static Duration duration(String text) {
        Matcher matcher = LIFETIME.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException("--ttl: '" + text + "' (expected: such as 30m, 1h or 2d)");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
