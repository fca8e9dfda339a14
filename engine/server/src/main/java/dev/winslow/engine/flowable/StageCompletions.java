package dev.winslow.engine.flowable;

import dev.winslow.engine.flowable.ProcessKernel.ClaimResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandContext;

/** Several of them as one command, so that the engine writes what becomes of them at once; answers the jobs that were completed. */
record StageCompletions(List<StageCompletion> completions) implements Command<Set<String>> {
    @Override
    public Set<String> execute(CommandContext context) {
        return completions.stream()
                .filter(completion -> completion.execute(context) == ClaimResult.ACCEPTED)
                .map(StageCompletion::jobId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
