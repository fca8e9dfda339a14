package dev.winslow.engine.settings;

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
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
