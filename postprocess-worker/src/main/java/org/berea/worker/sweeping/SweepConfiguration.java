package org.berea.worker.sweeping;

import org.berea.metering.DailyLimits;
import org.berea.metering.LazyRedis;
import org.berea.metering.RedisDailyLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the counters that inference reserves from. */
@Configuration(proxyBeanMethods = false)
class SweepConfiguration {
    @Bean
    LazyRedis meteringRedis(@Value("${spring.data.redis.url}") String url) {
        return new LazyRedis(url);
    }

    @Bean
    DailyLimits dailyLimits(LazyRedis redis) {
        return new RedisDailyLimits(redis);
    }
}
