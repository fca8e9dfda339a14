package dev.winslow.engine.flowable;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
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
import org.springframework.jdbc.core.JdbcTemplate;
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

    @Bean
    TimerListeners timerListeners() {
        return new TimerListeners();
    }

    @Bean
    TaskListeners taskListeners() {
        return new TaskListeners();
    }

    /** Waits for Flyway, which expects to find an empty schema or its own. */
    @Bean
    @DependsOnDatabaseInitialization
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> winslowEngine(
            EngineStart start,
            TimerListeners timers,
            TaskListeners tasks,
            @Qualifier("processAsyncExecutorConfiguration") AsyncJobExecutorConfiguration executor) {
        return engine -> {
            start.begin();
            engine.setDisableIdmEngine(true);
            engine.setDisableEventRegistry(true);
            engine.setEnableEntityLinks(false);
            // Its statements for many rows are put together anew each time: more work than a row of its own.
            engine.setBulkInsertEnabled(false);
            if (!start.isEmbedded()) {
                engine.setDbSqlSessionFactory(WritesTogether.factory(engine.isUsePrefixId()));
            }
            engine.setCustomMybatisXMLMappers(Set.of("winslow/prefetch.xml"));
            engine.setHistoryConfigurationSettings(new LeanHistory(engine));
            engine.setActivityInstanceEntityManager(new NoStepsOnRecord(engine));
            // The pages draw pipelines themselves; a picture would need fonts, which small images do not have.
            engine.setCreateDiagramOnDeploy(false);
            engine.setCreateExternalWorkerJobInterceptor(new ParallelStages());
            engine.setAsyncExecutor(new LeaseKeepingExecutor(executor));
            engine.setTypedEventListeners(Map.of(
                    FlowableEngineEventType.TIMER_FIRED.name(),
                    List.of(timers),
                    FlowableEngineEventType.TASK_CREATED.name(),
                    List.of(tasks)));
            // Like everything else that a stage's end brings about: in its transaction, not in a job of some later
            // moment.
            engine.setParallelMultiInstanceAsyncLeave(false);
            engine.setPreBpmnParseHandlers(List.of(new StagesOfLists()));
            // Expressions of a pipeline see its variables, never the beans of the server.
            engine.setBeans(Map.of(StagesOfLists.BEAN, new TextLists()));
        };
    }

    @Bean
    RunMigrations runMigrations(
            ProcessEngine engine,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<InstantSource> time) {
        return new FlowableMigrations(
                engine.getProcessMigrationService(),
                new JobTable(jdbc, time.getIfAvailable(InstantSource::system)),
                new TransactionTemplate(transactions));
    }

    @Bean
    ProcessKernel processKernel(
            ProcessEngine engine,
            EngineStart start,
            TimerListeners timers,
            TaskListeners tasks,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<InstantSource> time) {
        new JobIndexes(JdbcClient.create(jdbc), engine.getManagementService(), start.isEmbedded()).create();
        start.close();
        InstantSource clock = time.getIfAvailable(InstantSource::system);
        return new FlowableKernel(
                engine, new JobTable(jdbc, clock), timers, tasks, new TransactionTemplate(transactions));
    }
}
