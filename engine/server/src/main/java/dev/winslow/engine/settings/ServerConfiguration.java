package dev.winslow.engine.settings;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What all of the server's features need. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WinslowSettings.class)
@EnableScheduling
class ServerConfiguration {
    /** In the microseconds that both databases keep, so that a time reads the same before and after it was stored. */
    @Bean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
