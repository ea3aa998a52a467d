package org.berea.inference.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Remembers what was published, or fails to. */
public final class FakeEvents implements EventPublisher {
    private final List<Object> published = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException failure;

    public void failWith(@Nullable RuntimeException reason) {
        failure = reason;
    }

    public List<Object> published() {
        return published;
    }

    @Override
    public Mono<Void> publish(String topic, String key, Object event) {
        return Mono.fromRunnable(
                () -> {
                    RuntimeException reason = failure;
                    if (reason != null) {
                        throw reason;
                    }
                    published.add(event);
                });
    }
}
