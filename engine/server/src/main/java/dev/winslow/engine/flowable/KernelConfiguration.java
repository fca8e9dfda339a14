package dev.winslow.engine.flowable;

import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up the process engine on the server's database and transactions, and the kernel over it. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:winslow/process-engine.properties")
class KernelConfiguration {

    @Bean(destroyMethod = "close")
    EngineStart engineStart(DataSource database) {
        return new EngineStart(database);
    }

    /** Waits for Flyway, which expects to find an empty schema or its own. */
    @Bean
    @DependsOnDatabaseInitialization
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> winslowEngine(
            EngineStart start, @Qualifier("processAsyncExecutorConfiguration") AsyncJobExecutorConfiguration executor) {
        return engine -> {
            start.begin();
            engine.setDisableIdmEngine(true);
            engine.setDisableEventRegistry(true);
            engine.setEnableEntityLinks(false);
            engine.setCreateExternalWorkerJobInterceptor(new ParallelStages());
            engine.setAsyncExecutor(new LeaseKeepingExecutor(executor));
            // Expressions of a pipeline see its variables, never the beans of the server.
            engine.setBeans(Map.of());
        };
    }

    @Bean
    ProcessKernel processKernel(
            ProcessEngine engine,
            EngineStart start,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<InstantSource> time) {
        new JobIndexes(jdbc, engine.getManagementService()).create();
        start.close();
        InstantSource clock = time.getIfAvailable(InstantSource::system);
        return new FlowableKernel(engine, new JobTable(jdbc, clock), new TransactionTemplate(transactions));
    }
}
