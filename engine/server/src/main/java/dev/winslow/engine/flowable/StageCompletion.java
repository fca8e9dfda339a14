package dev.winslow.engine.flowable;

import java.util.Map;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a stage and goes on in the same transaction. Flowable's own completion goes on in a later job: joins then collide and wait, and a
 * jump in between loses the result.
 */
record StageCompletion(String jobId, Map<String, String> variables) implements Command<@Nullable Void> {
    @Override
    public @Nullable Void execute(CommandContext context) {
        var engine = CommandContextUtil.getProcessEngineConfiguration(context);
        var jobs = engine.getJobServiceConfiguration().getExternalWorkerJobEntityManager();
        var job = jobs.findById(jobId);
        var execution = engine.getExecutionEntityManager().findById(job.getExecutionId());
        execution.setVariables(variables);
        jobs.delete(job);
        CommandContextUtil.getAgenda(context).planTriggerExecutionOperation(execution);
        return null;
    }
}
