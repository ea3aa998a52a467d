package org.berea.embedding.caching;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

class QueryCacheTest {
    private final List<Text> encoded = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void asksTheModelOnceForAQuery() {
        var cache = cache(DataSize.ofMegabytes(1));
        embed(cache, "light", Purpose.QUERY);
        embed(cache, "light", Purpose.QUERY);

        assertThat(encoded).hasSize(1);
        assertThat(meters.counter("berea.embedding.cache.lookups", "kind", "hit").count())
                .isEqualTo(1);
        assertThat(meters.counter("berea.embedding.cache.lookups", "kind", "miss").count())
                .isEqualTo(1);
    }

    @Test
    void neverTakesAPassageForAQuery() {
        var cache = cache(DataSize.ofMegabytes(1));
        embed(cache, "light", Purpose.QUERY);
        embed(cache, "light", Purpose.PASSAGE);
        embed(cache, "light", Purpose.PASSAGE);

        assertThat(encoded).hasSize(3);
    }

    @Test
    void doesNotRememberRefusals() {
        var cache = cache(DataSize.ofMegabytes(1));
        embed(cache, "too long", Purpose.QUERY);
        embed(cache, "too long", Purpose.QUERY);

        assertThat(encoded).hasSize(2);
    }

    @Test
    void staysWithinItsMemory() {
        var cache = cache(DataSize.ofKilobytes(20));
        IntStream.range(0, 1_000).forEach(i -> embed(cache, "query " + i, Purpose.QUERY));
        ForkJoinPool.commonPool().awaitQuiescence(5, TimeUnit.SECONDS);
        encoded.clear();
        IntStream.range(0, 1_000).forEach(i -> embed(cache, "query " + i, Purpose.QUERY));

        assertThat(encoded).hasSizeGreaterThan(900);
    }

    private QueryCache cache(DataSize size) {
        return new QueryCache(
                text ->
                        Mono.fromSupplier(
                                () -> {
                                    encoded.add(text);
                                    return encoding(text);
                                }),
                size,
                meters);
    }

    private static Encoding encoding(Text text) {
        return text.content().equals("too long")
                ? new Encoding.TooLong(600, 512)
                : new Encoding.Encoded(new float[384], 3);
    }

    private static void embed(QueryCache cache, String text, Purpose purpose) {
        cache.embed(new Text(text, purpose)).block();
    }
}
