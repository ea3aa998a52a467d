package org.berea.inference.reservation;

import org.berea.metering.DailyLimits;
import org.berea.metering.LazyRedis;
import org.berea.metering.RedisDailyLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Counts against the limits that all instances share. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MeteringConfiguration {
    @Bean(destroyMethod = "close")
    LazyRedis meteringRedis(@Value("${spring.data.redis.url}") String url) {
        return new LazyRedis(url);
    }

    @Bean
    DailyLimits dailyLimits(LazyRedis redis) {
        return new RedisDailyLimits(redis);
    }
}
