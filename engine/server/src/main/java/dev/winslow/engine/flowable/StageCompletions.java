package dev.winslow.engine.flowable;

import dev.winslow.engine.flowable.ProcessKernel.ClaimResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.job.service.impl.persistence.entity.ExternalWorkerJobEntity;

/**
 * Several of them as one command, so that the engine fetches at once what they need and writes at once what becomes of them; answers the jobs that
 * were completed.
 */
record StageCompletions(List<StageCompletion> completions) implements Command<Set<String>> {
    /** Its statements are in {@code prefetch.xml}. */
    private static final String JOBS = "selectJobsTogether";

    private static final String EXECUTIONS = "selectExecutionsTogether";

    @Override
    public Set<String> execute(CommandContext context) {
        prefetch(context);
        return completions.stream()
                .filter(completion -> completion.execute(context) == ClaimResult.ACCEPTED)
                .map(StageCompletion::jobId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Each finds its own in what the command has fetched. */
    private void prefetch(CommandContext context) {
        if (completions.size() < 2) {
            return;
        }
        var session = CommandContextUtil.getDbSqlSession(context);
        Object jobs = completions.stream().map(StageCompletion::jobId).toArray(String[]::new);
        List<?> fetched = session.selectList(JOBS, jobs);
        Object executions = fetched.stream()
                .map(job -> ((ExternalWorkerJobEntity) job).getExecutionId())
                .toArray(String[]::new);
        List<?> _ = session.selectList(EXECUTIONS, executions);
    }
}
