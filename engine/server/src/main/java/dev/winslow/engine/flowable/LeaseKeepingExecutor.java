package dev.winslow.engine.flowable;

import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;
import org.flowable.job.service.impl.asyncexecutor.ResetExpiredJobsRunnable;
import org.flowable.spring.job.service.SpringAsyncExecutor;

/**
 * Runs timers. It leaves expired leases of stages alone: Flowable would put such a stage back into the queue silently, so that no attempt
 * were ever counted as lost.
 */
class LeaseKeepingExecutor extends SpringAsyncExecutor {
    LeaseKeepingExecutor(AsyncJobExecutorConfiguration configuration) {
        super(configuration);
    }

    /** Flowable takes its generic arguments as an array. */
    @Override
    @SuppressWarnings("unchecked")
    protected ResetExpiredJobsRunnable createResetExpiredJobsRunnable(String name) {
        return new ResetExpiredJobsRunnable(
                name,
                this,
                jobServiceConfiguration.getJobEntityManager(),
                jobServiceConfiguration.getTimerJobEntityManager());
    }
}
