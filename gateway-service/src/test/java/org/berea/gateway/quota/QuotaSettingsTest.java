package org.berea.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class QuotaSettingsTest {
    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withUserConfiguration(Properties.class)
                    .withPropertyValues(complete());

    @EnableConfigurationProperties(QuotaSettings.class)
    static class Properties {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "berea.quota.soft-percent=101 | berea.quota.soft-percent: '101' (expected: 1 to 100)",
                "berea.quota.smallest-answer=0 | berea.quota.smallest-answer: '0' (expected:",
                "berea.quota.free.capacity=0 | capacity: '0' (expected: 1 to 1000000)",
                "berea.quota.pro.refill-per-minute=-1 | refillPerMinute: '-1' (expected:",
                "berea.quota.plus.tokens-per-day=-1 | tokens-per-day: '-1' (expected:",
                "berea.quota.zone=Mars | Mars",
                "berea.quota.free.tokns=1 | The elements [berea.quota.free.tokns] were left unbound",
            })
    void refusesWhatItDoesNotUnderstand(String setting, String message) {
        context.withPropertyValues(setting)
                .run(it -> assertThat(it).getFailure().rootCause().hasMessageContaining(message));
    }

    @ParameterizedTest
    @CsvSource({
        "50000, 80, 40000",
        "999, 50, 499",
        "0, 80, 0",
        "9000000000000000000, 80, 7200000000000000000"
    })
    void findsTheSoftShareWithoutOverflow(long limit, int percent, long expected) {
        context.withPropertyValues(
                        "berea.quota.soft-percent=" + percent,
                        "berea.quota.free.tokens-per-day=" + limit)
                .run(
                        it -> {
                            var settings = it.getBean(QuotaSettings.class);
                            assertThat(settings.softAt(settings.free())).isEqualTo(expected);
                        });
    }

    private static String[] complete() {
        List<String> settings = new ArrayList<>();
        for (String tier : List.of("free", "plus", "pro")) {
            settings.add("berea.quota." + tier + ".tokens-per-day=50000");
            settings.add("berea.quota." + tier + ".capacity=20");
            settings.add("berea.quota." + tier + ".refill-per-minute=10");
        }
        return settings.toArray(String[]::new);
    }
}
