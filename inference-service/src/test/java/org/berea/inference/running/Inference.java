package org.berea.inference.running;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.caller.Tier;
import org.berea.inference.InferenceApplication;
import org.berea.localstack.servers.FreePorts;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** The whole service on ports of its own. */
public final class Inference implements AutoCloseable {
    private static final byte[] KEY = "a key of thirty-two bytes or more".getBytes();
    private static final CallerTokens TOKENS = new CallerTokens(KEY, "gateway", Clock.systemUTC());

    private final ConfigurableApplicationContext context;
    private final int port;
    private final int managementPort;

    private Inference(List<String> settings) {
        port = FreePorts.next();
        managementPort = FreePorts.next();
        var arguments = new ArrayList<>(settings);
        arguments.add("server.port=" + port);
        arguments.add("management.server.port=" + managementPort);
        var application = new SpringApplication(InferenceApplication.class);
        application.addInitializers(Inference::useOwnThreads);
        context = application.run(arguments.stream().map("--"::concat).toArray(String[]::new));
    }

    /** Else the first instance that is closed would take the threads of all others with it. */
    private static void useOwnThreads(ConfigurableApplicationContext context) {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        ((GenericApplicationContext) context)
                .registerBean(ReactorResourceFactory.class, () -> resources);
    }

    /** With everything there; later settings win over earlier ones. */
    public static Inference start(Servers servers, Neighbours neighbours, String... settings) {
        var all = new ArrayList<>(models(servers.simulator().baseUrl() + "/v1"));
        all.addAll(
                List.of(
                        "berea.caller.key=" + Base64.getEncoder().encodeToString(KEY),
                        "berea.services.moderation=" + neighbours.url(),
                        "berea.services.embedding=" + neighbours.url(),
                        "berea.services.search=" + neighbours.url(),
                        "spring.data.redis.url=" + servers.redisUrl(0),
                        "spring.kafka.bootstrap-servers=" + servers.kafka(),
                        "spring.lifecycle.timeout-per-shutdown-phase=1s"));
        all.removeIf(old -> Arrays.stream(settings).anyMatch(own -> isSame(own, old)));
        all.addAll(List.of(settings));
        return new Inference(all);
    }

    /** One paid model of each size, impatient so that faults show soon. */
    private static List<String> models(String baseUrl) {
        var settings = new ArrayList<String>();
        List<String> sizes = List.of("small", "medium", "large");
        for (int i = 0; i < sizes.size(); i++) {
            String model = "berea.inference.models.list[" + i + "].";
            settings.add(model + "id=sim-" + sizes.get(i));
            settings.add(model + "name=sim-" + sizes.get(i));
            settings.add(model + "size-class=" + sizes.get(i));
            settings.add(model + "base-url=" + baseUrl);
            settings.add(model + "api-key=any");
            settings.add(model + "context-window=100000");
            settings.add(model + "max-output=4000");
            settings.add(model + "input-price=100000");
            settings.add(model + "output-price=400000");
            settings.add(model + "limits.first-token=4s");
            settings.add(model + "limits.between-tokens=1s");
        }
        return settings;
    }

    private static boolean isSame(String one, String other) {
        return one.substring(0, one.indexOf('=')).equals(other.substring(0, other.indexOf('=')));
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public URI management(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    public static String token(Caller caller) {
        return TOKENS.mint(caller);
    }

    public static Caller user(String subject) {
        return new Caller(subject, Tier.PRO, "other", Set.of(), true, false);
    }

    @Override
    public void close() {
        context.close();
    }
}
