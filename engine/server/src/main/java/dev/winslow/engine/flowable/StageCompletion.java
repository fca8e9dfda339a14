package dev.winslow.engine.flowable;

import dev.winslow.engine.flowable.ProcessKernel.ClaimResult;
import java.util.Map;
import java.util.function.Predicate;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.job.service.impl.persistence.entity.ExternalWorkerJobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a stage and goes on in the same transaction, with the run locked, if its job is such as it is to be. Flowable's own completion goes on in
 * a later job: joins then collide and wait, and a jump in between loses the result.
 */
record StageCompletion(String jobId, Predicate<ExternalWorkerJobEntity> condition, Map<String, String> variables)
        implements Command<ClaimResult> {
    @Override
    public ClaimResult execute(CommandContext context) {
        var engine = CommandContextUtil.getProcessEngineConfiguration(context);
        var jobs = engine.getJobServiceConfiguration().getExternalWorkerJobEntityManager();
        @Nullable ExternalWorkerJobEntity job = jobs.findById(jobId);
        if (job == null || !condition.test(job)) {
            return ClaimResult.STALE_LEASE;
        }
        var execution = engine.getExecutionEntityManager().findById(job.getExecutionId());
        execution.setVariables(variables);
        jobs.delete(job);
        CommandContextUtil.getAgenda(context).planTriggerExecutionOperation(execution);
        return ClaimResult.ACCEPTED;
    }
}
