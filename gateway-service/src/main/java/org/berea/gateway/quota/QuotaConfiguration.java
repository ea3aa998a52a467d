package org.berea.gateway.quota;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.berea.chassis.reactive.ReactiveProblems;
import org.berea.metering.InMemoryRequestBuckets;
import org.berea.metering.LazyRedis;
import org.berea.metering.RedisDailyLimits;
import org.berea.metering.RedisRequestBuckets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands the quota on Redis, with buckets of the process beside it. */
@Configuration(proxyBeanMethods = false)
class QuotaConfiguration {
    @Bean
    LazyRedis redis(@Value("${spring.data.redis.url}") String url) {
        return new LazyRedis(url);
    }

    @Bean
    Quota quota(LazyRedis redis, QuotaSettings settings, MeterRegistry meters, Clock clock) {
        return new Quota(
                new RedisRequestBuckets(redis),
                new InMemoryRequestBuckets(),
                new DayOfTokens(new RedisDailyLimits(redis), settings, clock),
                settings,
                meters);
    }

    @Bean
    QuotaGate quotaGate(Quota quota, ReactiveProblems problems, Clock clock) {
        return new QuotaGate(quota, problems, clock);
    }
}
