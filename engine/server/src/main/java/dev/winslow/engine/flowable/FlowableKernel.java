package dev.winslow.engine.flowable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.job.service.impl.persistence.entity.DeadLetterJobEntity;
import org.flowable.job.service.impl.persistence.entity.ExternalWorkerJobEntity;
import org.springframework.transaction.annotation.Transactional;

/** The kernel on an embedded Flowable engine whose commands join Spring's transactions. */
@Transactional
class FlowableKernel implements ProcessKernel {
    private final ProcessEngine engine;
    private final ProcessEngineConfigurationImpl configuration;
    private final JobQueries queries;

    FlowableKernel(ProcessEngine engine, JobQueries queries) {
        this.engine = engine;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.queries = queries;
    }

    @Override
    public DeployedDefinition deploy(String key, String name, String xml) {
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .name(name)
                .key(key)
                .addString(key + ".bpmn20.xml", xml)
                .deploy()
                .getId();
        ProcessDefinition definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult();
        return new DeployedDefinition(definition.getId(), definition.getVersion());
    }

    @Override
    public void start(UUID runId, String definitionId, Map<String, String> variables) {
        engine.getRuntimeService()
                .createProcessInstanceBuilder()
                .processDefinitionId(definitionId)
                .businessKey(runId.toString())
                .variables(new HashMap<>(variables))
                .start();
    }

    @Override
    @Transactional(readOnly = true)
    public List<QueuedStage> queuedStages(int limit) {
        return queries.queued(now(), limit);
    }

    @Override
    public boolean claim(String jobId, String leaseToken, Instant leaseExpiry) {
        try {
            return command(jobs -> {
                ExternalWorkerJobEntity job = jobs.find(jobId);
                if (job == null || job.getLockOwner() != null) {
                    return false;
                }
                job.setLockOwner(leaseToken);
                job.setLockExpirationTime(Date.from(leaseExpiry));
                return true;
            });
        } catch (FlowableOptimisticLockingException e) {
            return false;
        }
    }

    @Override
    public ClaimResult complete(String jobId, String leaseToken, Map<String, String> variables) {
        return command(jobs -> {
            ExternalWorkerJobEntity job = jobs.find(jobId);
            if (job == null || !leaseToken.equals(job.getLockOwner())) {
                return ClaimResult.STALE_LEASE;
            }
            var execution = configuration.getExecutionEntityManager().findById(job.getExecutionId());
            execution.setVariables(new HashMap<>(variables));
            jobs.delete(job);
            CommandContextUtil.getAgenda().planTriggerExecutionOperation(execution);
            return ClaimResult.ACCEPTED;
        });
    }

    @Override
    public ClaimResult fail(String jobId, String leaseToken, String reason, Optional<Instant> retryAt) {
        return command(jobs -> {
            ExternalWorkerJobEntity job = jobs.find(jobId);
            if (job == null || !leaseToken.equals(job.getLockOwner())) {
                return ClaimResult.STALE_LEASE;
            }
            job.setLockOwner(null);
            job.setLockExpirationTime(null);
            job.setExceptionMessage(reason.substring(0, Math.min(reason.length(), 3500)));
            retryAt.ifPresentOrElse(
                    at -> job.setDuedate(Date.from(at)),
                    () -> configuration
                            .getJobServiceConfiguration()
                            .getJobService()
                            .moveJobToDeadLetterJob(job));
            return ClaimResult.ACCEPTED;
        });
    }

    @Override
    public boolean requeue(String jobId) {
        return engine.getManagementService().executeCommand(context -> {
            var service = configuration.getJobServiceConfiguration();
            DeadLetterJobEntity job = service.getDeadLetterJobEntityManager().findById(jobId);
            if (job == null) {
                return false;
            }
            var revived = service.getJobManager().moveDeadLetterJobToExecutableJob(job, 1);
            return revived != null;
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Position> positions(UUID runId) {
        List<Position> positions = new ArrayList<>(queries.positions(runId));
        queries.userTasks(Optional.of(runId))
                .forEach(task -> positions.add(new Position.AtTask(task.id(), task.stepId())));
        return positions;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasEnded(UUID runId) {
        return instance(runId).isEmpty();
    }

    @Override
    public void cancel(UUID runId, String reason) {
        instance(runId)
                .ifPresent(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), reason));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> variables(UUID runId) {
        Map<String, String> variables = new HashMap<>();
        instance(runId)
                .ifPresent(instance -> engine.getRuntimeService()
                        .getVariables(instance.getId())
                        .forEach((name, value) -> variables.put(name, String.valueOf(value))));
        return variables;
    }

    @Override
    public void setVariables(UUID runId, Map<String, String> variables) {
        instance(runId)
                .ifPresent(instance ->
                        engine.getRuntimeService().setVariables(instance.getId(), new HashMap<>(variables)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<UserTask> userTasks() {
        return queries.userTasks(Optional.empty());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UserTask> userTask(UUID taskId) {
        return userTasks().stream().filter(task -> task.id().equals(taskId)).findFirst();
    }

    @Override
    public boolean completeTask(UUID taskId, Map<String, String> variables) {
        boolean open = engine.getTaskService()
                        .createTaskQuery()
                        .taskId(taskId.toString())
                        .count()
                > 0;
        if (open) {
            engine.getTaskService().complete(taskId.toString(), new HashMap<>(variables));
        }
        return open;
    }

    private Optional<ProcessInstance> instance(UUID runId) {
        return Optional.ofNullable(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(runId.toString())
                .singleResult());
    }

    private Instant now() {
        return configuration.getClock().getCurrentTime().toInstant();
    }

    private <T> T command(Function<Jobs, T> work) {
        return engine.getManagementService().executeCommand(context -> work.apply(new Jobs(configuration)));
    }

    /** The external-worker jobs inside a command. */
    private record Jobs(ProcessEngineConfigurationImpl configuration) {
        @org.jspecify.annotations.Nullable ExternalWorkerJobEntity find(String id) {
            return configuration
                    .getJobServiceConfiguration()
                    .getExternalWorkerJobEntityManager()
                    .findById(id);
        }

        void delete(ExternalWorkerJobEntity job) {
            configuration
                    .getJobServiceConfiguration()
                    .getExternalWorkerJobEntityManager()
                    .delete(job);
        }
    }
}
