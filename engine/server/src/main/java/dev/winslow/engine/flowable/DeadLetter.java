package dev.winslow.engine.flowable;

import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.jspecify.annotations.Nullable;

/** Takes a stage out of the queue until a person puts it back. Flowable's management service does so for its own jobs only. */
record DeadLetter(String jobId, String reason) implements Command<@Nullable Void> {
    @Override
    public @Nullable Void execute(CommandContext context) {
        var jobs = CommandContextUtil.getProcessEngineConfiguration(context).getJobServiceConfiguration();
        var job = jobs.getExternalWorkerJobEntityManager().findById(jobId);
        job.setExceptionMessage(reason);
        job.setDuedate(null);
        jobs.getJobService().moveJobToDeadLetterJob(job);
        return null;
    }
}
