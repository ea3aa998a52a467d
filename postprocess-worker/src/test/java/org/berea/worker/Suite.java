package org.berea.worker;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One worker and its servers for all tests that do not break them; stopped after the last. */
public final class Suite implements ParameterResolver {
    private record Started(Servers servers, RunningWorker worker, Events events)
            implements AutoCloseable {
        static Started now() {
            var servers = Servers.started();
            var worker = RunningWorker.start(servers);
            await().atMost(Duration.ofSeconds(60)).until(() -> worker.health("readiness") == 200);
            return new Started(servers, worker, new Events(servers));
        }

        @Override
        public void close() {
            events.close();
            worker.close();
            servers.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Servers.class || type == RunningWorker.class || type == Events.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var started =
                context.getRoot()
                        .getStore(Namespace.create(Suite.class))
                        .computeIfAbsent("started", _ -> Started.now(), Started.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == Servers.class) {
            return started.servers();
        }
        return type == Events.class ? started.events() : started.worker();
    }
}
