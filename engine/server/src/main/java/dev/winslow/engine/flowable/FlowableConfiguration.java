package dev.winslow.engine.flowable;

import java.util.UUID;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.interceptor.CreateExternalWorkerJobAfterContext;
import org.flowable.engine.interceptor.CreateExternalWorkerJobBeforeContext;
import org.flowable.engine.interceptor.CreateExternalWorkerJobInterceptor;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets the embedded engine up for Winslow. */
@Configuration(proxyBeanMethods = false)
class FlowableConfiguration {

    @Bean
    ProcessKernel processKernel(ProcessEngine engine, JdbcClient jdbc) {
        JobIndexes.create(jdbc);
        return new FlowableKernel(engine, new JobQueries(jdbc));
    }

    @Bean
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> winslowEngine() {
        return configuration -> {
            configuration.setCreateExternalWorkerJobInterceptor(new NonExclusive());
            configuration.setIdGenerator(() -> UUID.randomUUID().toString());
        };
    }

    /** Exclusive jobs, the engine's default, would keep parallel stages of a run from running side by side. */
    private static final class NonExclusive implements CreateExternalWorkerJobInterceptor {
        @Override
        public void beforeCreateExternalWorkerJob(CreateExternalWorkerJobBeforeContext context) {
            // Only what was created can be changed.
        }

        @Override
        public void afterCreateExternalWorkerJob(CreateExternalWorkerJobAfterContext context) {
            context.getExternalWorkerJobEntity().setExclusive(false);
        }
    }
}
