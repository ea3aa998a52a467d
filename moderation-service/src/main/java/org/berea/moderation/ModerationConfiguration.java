package org.berea.moderation;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.berea.moderation.classifying.Classifier;
import org.berea.moderation.deciding.Decider;
import org.berea.moderation.policy.Policy;
import org.berea.moderation.policy.PolicyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reads the policy and makes what works by it. A mistake in the policy fails the start. */
@Configuration(proxyBeanMethods = false)
class ModerationConfiguration {
    private static final Logger log = LoggerFactory.getLogger(ModerationConfiguration.class);

    @Bean
    Policy policy(ModerationSettings settings) throws IOException {
        try (InputStream source = settings.policy().getInputStream()) {
            Policy policy = PolicyFile.read(source);
            log.info(
                    "policy version {} with {} categories",
                    policy.version(),
                    policy.categories().size());
            return policy;
        }
    }

    @Bean
    Classifier classifier(Policy policy) {
        return new Classifier(policy);
    }

    @Bean
    Decider decider(Policy policy) {
        return new Decider(policy);
    }

    /**
     * Apart from the event loop, because a long text takes milliseconds; bounded, to say no in
     * time.
     */
    @Bean(destroyMethod = "dispose")
    Scheduler readers(ModerationSettings settings) {
        var threads =
                new ThreadPoolExecutor(
                        settings.readers(),
                        settings.readers(),
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(settings.queue()),
                        Thread.ofPlatform().daemon().name("reader-", 0).factory());
        return Schedulers.fromExecutorService(threads, "readers");
    }
}
