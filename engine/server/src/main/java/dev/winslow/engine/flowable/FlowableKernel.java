package dev.winslow.engine.flowable;

import dev.winslow.engine.database.PassingFailure;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.flowable.bpmn.exceptions.XMLException;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.repository.Deployment;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.engine.runtime.ChangeActivityStateBuilder;
import org.flowable.engine.runtime.Execution;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The kernel on Flowable. Whatever moves a run takes the run's lock first, so that branches that end at the same moment meet at their join
 * one after the other instead of failing on each other's changes.
 */
class FlowableKernel implements ProcessKernel {
    private static final int RETRIES_OF_A_REQUEUED_JOB = 3;
    /** How the engine counts the items of a list. */
    private static final Set<String> OF_LOOPS =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

    private final ProcessEngine engine;
    private final JobTable jobs;
    private final TimerListeners timers;
    private final TaskListeners tasks;
    private final TransactionTemplate transactions;
    private final StoredVariables variables;
    private final UserTasks open;

    FlowableKernel(
            ProcessEngine engine,
            JobTable jobs,
            TimerListeners timers,
            TaskListeners tasks,
            TransactionTemplate transactions) {
        this.engine = engine;
        this.jobs = jobs;
        this.timers = timers;
        this.tasks = tasks;
        this.transactions = transactions;
        this.variables = new StoredVariables(engine.getHistoryService());
        this.open = new UserTasks(engine.getTaskService());
    }

    @Override
    public DeployedDefinition deploy(String key, String name, String xml) {
        return inTransaction(() -> {
            var before = Optional.ofNullable(newest(key)).map(ProcessDefinition::getId);
            var deployment = deployXml(key, xml);
            var definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .deploymentId(deployment.getId())
                    .processDefinitionKey(key)
                    .singleResult();
            boolean isNew = !before.equals(Optional.of(definition.getId()));
            return new DeployedDefinition(definition.getId(), definition.getVersion(), isNew);
        });
    }

    private Deployment deployXml(String key, String xml) {
        try {
            return engine.getRepositoryService()
                    .createDeployment()
                    .name(key)
                    .key(key)
                    .addString(key + ".bpmn20.xml", xml)
                    .enableDuplicateFiltering()
                    .deploy();
        } catch (XMLException | FlowableException fault) {
            throw new DefinitionRefused(fault);
        }
    }

    private @Nullable ProcessDefinition newest(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    @Override
    public void remove(String definitionId) {
        inTransaction(() -> {
            RepositoryService repository = engine.getRepositoryService();
            Optional.ofNullable(repository
                            .createProcessDefinitionQuery()
                            .processDefinitionId(definitionId)
                            .singleResult())
                    .ifPresent(definition -> repository.deleteDeployment(definition.getDeploymentId(), true));
            return definitionId;
        });
    }

    @Override
    public void start(UUID runId, String definitionId, Map<String, String> variables) {
        inTransaction(() -> engine.getRuntimeService()
                .createProcessInstanceBuilder()
                .processDefinitionId(definitionId)
                .predefineProcessInstanceId(runId.toString())
                .businessKey(runId.toString())
                .variables(new HashMap<>(variables))
                .start());
    }

    @Override
    public List<QueuedStage> queuedStages(int limit) {
        return jobs.queued(limit);
    }

    @Override
    public List<QueuedStage> queuedStagesBehind(QueuedStage last, int limit) {
        return jobs.queuedBehind(last, limit);
    }

    @Override
    public Set<String> present(Collection<String> jobIds) {
        return jobs.present(jobIds);
    }

    @Override
    public Optional<Instant> retryAt(String jobId) {
        return jobs.dueFrom(jobId);
    }

    @Override
    public boolean isQueued(String jobId) {
        return jobs.isQueued(jobId);
    }

    @Override
    public Set<String> claim(Map<String, String> leaseTokens, Instant leaseExpiry) {
        return leaseTokens.isEmpty() ? Set.of() : jobs.claim(leaseTokens, leaseExpiry);
    }

    @Override
    public Set<String> claimed(Collection<String> jobIds) {
        return jobIds.isEmpty() ? Set.of() : jobs.claimed(jobIds);
    }

    @Override
    public void onTimer(Consumer<UUID> listener) {
        timers.add(listener);
    }

    @Override
    public void onTask(Consumer<UserTask> listener) {
        tasks.add(listener);
    }

    @Override
    public Set<UUID> open(Collection<UUID> runIds) {
        return runIds.isEmpty() ? Set.of() : jobs.open(runIds);
    }

    @Override
    public Set<String> complete(Collection<Completion> completions) {
        return inTransaction(() -> {
            Set<UUID> going =
                    jobs.lockRuns(completions.stream().map(Completion::runId).toList());
            return engine.getManagementService()
                    .executeCommand(new StageCompletions(completions.stream()
                            .filter(completion -> going.contains(completion.runId()))
                            .map(completion -> new StageCompletion(
                                    completion.jobId(),
                                    job -> jobs.holds(job, completion.leaseToken()),
                                    completion.variables()))
                            .toList()));
        });
    }

    /** An expired lease can still be ended so, by whoever found that it had expired: what counts is that nobody ended it before. */
    @Override
    public ClaimResult fail(String jobId, String leaseToken, String reason, Optional<Instant> retryAt) {
        return inTransaction(() -> {
            if (!jobs.lockRunOf(jobId) || !jobs.owns(jobId, leaseToken)) {
                return ClaimResult.STALE_LEASE;
            }
            retryAt.ifPresentOrElse(
                    moment -> jobs.release(jobId, reason, moment),
                    () -> engine.getManagementService().executeCommand(new DeadLetter(jobId, reason)));
            return ClaimResult.ACCEPTED;
        });
    }

    @Override
    public boolean requeue(String jobId) {
        var management = engine.getManagementService();
        return inTransaction(() -> {
            var dead = management.createDeadLetterJobQuery().jobId(jobId).singleResult();
            if (dead == null || !jobs.lockRun(dead.getProcessInstanceId())) {
                return false;
            }
            management.moveDeadLetterJobToExecutableJob(jobId, RETRIES_OF_A_REQUEUED_JOB);
            return true;
        });
    }

    @Override
    public List<Position> positions(UUID runId) {
        return positions(List.of(runId)).getOrDefault(runId, List.of());
    }

    @Override
    public Map<UUID, List<Position>> positions(Collection<UUID> runIds) {
        return runIds.isEmpty() ? Map.of() : jobs.positions(runIds);
    }

    @Override
    public List<Token> tokens(UUID runId) {
        var executions = engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(runId.toString())
                .onlyChildExecutions()
                .list();
        return executions.stream()
                .filter(execution -> execution.getActivityId() != null)
                .filter(execution -> !isTimerBeside(execution))
                .map(execution -> new Token(execution.getId(), execution.getActivityId()))
                .toList();
    }

    /** A boundary timer has a place of its own in the engine, which goes with the step that it is attached to. */
    private boolean isTimerBeside(Execution execution) {
        var process = engine.getRepositoryService()
                .getBpmnModel(((ExecutionEntity) execution).getProcessDefinitionId())
                .getMainProcess();
        return process.getFlowElement(execution.getActivityId()) instanceof BoundaryEvent;
    }

    @Override
    public void move(UUID runId, Collection<String> fromElements, String toElement) {
        inTransaction(() -> {
            String left =
                    engine.getManagementService().executeCommand(new MoveTogether(runId.toString(), fromElements));
            changeState(runId, change -> change.moveActivityIdTo(left, toElement));
            return left;
        });
    }

    @Override
    public void moveToken(UUID runId, String tokenId, String toElement) {
        changeState(runId, change -> change.moveExecutionToActivityId(tokenId, toElement));
    }

    private void changeState(UUID runId, UnaryOperator<ChangeActivityStateBuilder> change) {
        inTransaction(() -> {
            if (!jobs.lockRun(runId.toString())) {
                throw new IllegalStateException("Expected to move run " + runId + ", but it has ended");
            }
            change.apply(engine.getRuntimeService().createChangeActivityStateBuilder())
                    .processInstanceId(runId.toString())
                    .changeState();
            return runId;
        });
    }

    @Override
    public void skip(String jobId) {
        inTransaction(() -> {
            boolean dead = requeue(jobId);
            if (!dead && !jobs.lockRunOf(jobId)) {
                throw new IllegalStateException("Expected to skip the stage of job " + jobId + ", but it is gone");
            }
            ClaimResult left =
                    engine.getManagementService().executeCommand(new StageCompletion(jobId, job -> true, Map.of()));
            if (left != ClaimResult.ACCEPTED) {
                throw new IllegalStateException("Expected to skip the stage of job " + jobId + ", but it is gone");
            }
            return left;
        });
    }

    @Override
    public void cancel(UUID runId, String reason) {
        inTransaction(() -> {
            if (jobs.lockRun(runId.toString())) {
                engine.getRuntimeService().deleteProcessInstance(runId.toString(), reason);
            }
            return runId;
        });
    }

    /** Of a run that has ended, the variables as they were at its end. */
    @Override
    public Map<String, String> variables(UUID runId) {
        return variables.of(runId);
    }

    @Override
    public Map<UUID, Map<String, String>> variables(Collection<UUID> runIds) {
        return runIds.isEmpty() ? Map.of() : variables.of(runIds);
    }

    @Override
    public Map<String, Map<String, String>> stageVariables(Collection<String> jobIds) {
        Map<String, Map<String, String>> seen = new HashMap<>(jobs.textsOfRuns(jobIds));
        jobIds.stream()
                .filter(job -> !seen.containsKey(job))
                .toList()
                .forEach(
                        job -> jobs.executionOf(job).ifPresent(execution -> seen.put(job, variablesSeenBy(execution))));
        return seen;
    }

    private Map<String, String> variablesSeenBy(String execution) {
        var seen = engine.getRuntimeService().getVariables(execution);
        seen.keySet().removeAll(OF_LOOPS);
        return seen.entrySet().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, variable -> String.valueOf(variable.getValue())));
    }

    @Override
    public void setVariables(UUID runId, Map<String, String> variables) {
        inTransaction(() -> {
            if (!jobs.lockRun(runId.toString())) {
                throw new IllegalStateException("Expected to set variables of run " + runId + ", but it has ended");
            }
            engine.getRuntimeService().setVariables(runId.toString(), variables);
            return runId;
        });
    }

    @Override
    public void removeVariable(UUID runId, String name) {
        inTransaction(() -> {
            if (!jobs.lockRun(runId.toString())) {
                throw new IllegalStateException("Expected to remove a variable of run " + runId + ", but it has ended");
            }
            engine.getRuntimeService().removeVariable(runId.toString(), name);
            return runId;
        });
    }

    @Override
    public List<UserTask> userTasks() {
        return open.list();
    }

    @Override
    public Optional<UserTask> userTask(UUID taskId) {
        return open.find(taskId).map(UserTasks::view);
    }

    @Override
    public boolean completeTask(UUID taskId, Map<String, String> variables) {
        return inTransaction(() -> {
            var run = open.find(taskId).map(Task::getProcessInstanceId).filter(jobs::lockRun);
            // Asked again under the lock: another may have completed the task while this call waited.
            return run.isPresent() && open.complete(taskId, variables);
        });
    }

    @Override
    public boolean assignTask(UUID taskId, Optional<String> person) {
        return inTransaction(() -> open.assign(taskId, person));
    }

    /** Joins the caller's transaction or opens one. A collision that the run's lock cannot prevent, with a timer, comes out in Spring's words. */
    private <T> T inTransaction(Supplier<T> work) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> work.get()));
        } catch (FlowableOptimisticLockingException collision) {
            throw new OptimisticLockingFailureException("Another change of the run came first; try again", collision);
        } catch (FlowableException refused) {
            throw PassingFailure.is(refused) ? refused : new CannotGoOn(refused);
        }
    }
}
