package dev.winslow.engine.flowable;

import org.flowable.engine.interceptor.CreateExternalWorkerJobAfterContext;
import org.flowable.engine.interceptor.CreateExternalWorkerJobBeforeContext;
import org.flowable.engine.interceptor.CreateExternalWorkerJobInterceptor;

/** Lets stages of one run run side by side: Flowable's jobs are exclusive unless told otherwise, and then one stage locks out all others. */
class ParallelStages implements CreateExternalWorkerJobInterceptor {
    @Override
    public void beforeCreateExternalWorkerJob(CreateExternalWorkerJobBeforeContext context) {
        // Nothing to decide before the job exists.
    }

    @Override
    public void afterCreateExternalWorkerJob(CreateExternalWorkerJobAfterContext context) {
        context.getExternalWorkerJobEntity().setExclusive(false);
    }
}
