package dev.winslow.engine.trace;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TraceSettings.class)
class TraceConfiguration {
    @Bean
    Tracing tracing(Environment settings) {
        return new Tracing(TracingConfigured.in(settings));
    }

    @Bean(destroyMethod = "close")
    @Conditional(TracingConfigured.class)
    SpanSender spanSender(Environment settings) {
        return OtlpSender.from(settings);
    }
}
