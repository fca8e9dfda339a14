package dev.winslow.engine.flowable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What Winslow asks of the process engine. Every call joins the caller's transaction where there is one. A run is known by its id, which is
 * the business key of its process instance; a queued stage by its job id.
 */
public interface ProcessKernel {

    /**
     * Deploys a pipeline's XML as a new version (or answers the version that has the same bytes). The XML was validated before; what
     * the engine alone finds wrong with it is a {@link DefinitionRefused}.
     */
    DeployedDefinition deploy(String key, String name, String xml);

    /** Removes a version, of which no run is left, with what the engine remembers of its runs. */
    void remove(String definitionId);

    /** Starts a run of this version with process variables. Its first stages and user tasks exist when the call returns. */
    void start(UUID runId, String definitionId, Map<String, String> variables);

    /** Stages that wait for a node: open, not locked, not dead, their back-off over; oldest first. */
    List<QueuedStage> queuedStages(int limit);

    /** Those that come behind this one. */
    List<QueuedStage> queuedStagesBehind(QueuedStage last, int limit);

    /** From when on a stage that failed is tried again; absent where it may be now. */
    Optional<Instant> retryAt(String jobId);

    /** Whether the job waits for a node still. */
    boolean isQueued(String jobId);

    /**
     * Locks each of these jobs for a lease, whose token is beside it; answers those that it was given. Another was faster with the others, or they are
     * gone.
     */
    Set<String> claim(Map<String, String> leaseTokens, Instant leaseExpiry);

    /** Those of these jobs that are there still and claimed: the others' stages were left by the process, by a timer of the pipeline, say. */
    Set<String> claimed(Collection<String> jobIds);

    /** Those of these jobs that are there still, be they queued, claimed or dead. */
    Set<String> present(Collection<String> jobIds);

    /** The listener is called, in the transaction, when the process itself is about to move a run: when a timer of the pipeline is due. */
    void onTimer(Consumer<UUID> listener);

    /** The listener is called, in the transaction, when a run has come to a step that waits for a person. */
    void onTask(Consumer<UserTask> listener);

    /** Those of these runs whose process has not come to its end. */
    Set<UUID> open(Collection<UUID> runIds);

    /** A claimed stage that has succeeded, under this lease, and what it sets. */
    record Completion(UUID runId, String jobId, String leaseToken, Map<String, String> variables) {}

    /**
     * Completes the stages synchronously, in this transaction, so that what follows exists when the call returns. Answers the jobs of those that were
     * completed: the others' leases have ended, or the process has left them.
     *
     * @throws CannotGoOn where the process has no way behind one of them: then none of them is completed
     */
    Set<String> complete(Collection<Completion> completions);

    /**
     * Ends a lease without success. With {@code retryAt} the job is queued again from that moment; without, it goes to the dead letters
     * and waits for a person.
     */
    ClaimResult fail(String jobId, String leaseToken, String reason, Optional<Instant> retryAt);

    /** Puts a dead stage back into the queue; false if it is not dead. */
    boolean requeue(String jobId);

    /** Where a run stands now: every open stage and user task. Empty when it has ended. */
    List<Position> positions(UUID runId);

    /** As {@link #positions(UUID)} of many runs at once, in one query; a run that has ended is not among them. */
    Map<UUID, List<Position>> positions(Collection<UUID> runIds);

    /** Every place at which the run stands, the joins included at which a branch waits for the others. */
    List<Token> tokens(UUID runId);

    /** Moves all that stands at these elements to another, together: it begins there anew, once. */
    void move(UUID runId, Collection<String> fromElements, String toElement);

    /** Moves one branch that waits at a join back to an element. */
    void moveToken(UUID runId, String tokenId, String toElement);

    /** Leaves a stage as if it had succeeded, whether it is queued, claimed or dead. */
    void skip(String jobId);

    /** Ends the run at once, wherever it stands. */
    void cancel(UUID runId, String reason);

    /** Variables of the run, as text. */
    Map<String, String> variables(UUID runId);

    /** As {@link #variables(UUID)} of many runs at once, in one query; a run without any is not among them. */
    Map<UUID, Map<String, String>> variables(Collection<UUID> runIds);

    /** What the stages of these jobs see, by job: the variables of its run, and the item of a list that it is for. A job that is gone is not among them. */
    Map<String, Map<String, String>> stageVariables(Collection<String> jobIds);

    void setVariables(UUID runId, Map<String, String> variables);

    /** Whoever asks for it then sees what levels below the run say. */
    void removeVariable(UUID runId, String name);

    /** All open user tasks, oldest first. */
    List<UserTask> userTasks();

    Optional<UserTask> userTask(UUID taskId);

    /** Sets the variables and completes the task; false if it is gone. */
    boolean completeTask(UUID taskId, Map<String, String> variables);

    boolean assignTask(UUID taskId, Optional<String> person);

    /** A version of a pipeline in the engine. */
    record DeployedDefinition(String definitionId, int version, boolean isNew) {}

    /** A stage in the queue. */
    record QueuedStage(String jobId, UUID runId, String definitionId, String stageId, Instant createdAt) {}

    /** A user task that waits for a person. */
    record UserTask(
            UUID id,
            UUID runId,
            String definitionId,
            String stepId,
            String name,
            Instant createdAt,
            Optional<String> assignee) {}

    /** Something that goes on, or waits at a join, at an element. */
    record Token(String id, String elementId) {}

    /** Whether the caller still held the lease. */
    enum ClaimResult {
        ACCEPTED,
        STALE_LEASE
    }

    /** A place at which a run stands. */
    sealed interface Position {
        String stepId();

        record Queued(String jobId, String stepId, Instant createdAt) implements Position {}

        record Claimed(String jobId, String stepId, String leaseToken, Instant leaseExpiry) implements Position {}

        record Dead(String jobId, String stepId, String reason) implements Position {}

        record AtTask(UUID taskId, String stepId) implements Position {}
    }
}
