package dev.winslow.engine.flowable;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.util.CommandContextUtil;

/**
 * Takes away all branches of a run that stand at some elements but for one, and answers that one's element: so one branch is left to be moved.
 * Flowable's own move of several at once lets as many arrive at a gateway as there were, and those that are too many wait there for ever.
 */
record MoveTogether(String runId, Collection<String> elements) implements Command<String> {
    @Override
    public String execute(CommandContext context) {
        var executions = CommandContextUtil.getExecutionEntityManager(context);
        List<ExecutionEntity> branches = executions.findChildExecutionsByParentExecutionId(runId).stream()
                .filter(execution -> elements.contains(String.valueOf(execution.getActivityId())))
                // What waits at a join is only a half of what the engine would move.
                .sorted(Comparator.comparing(execution -> !execution.isActive() && !execution.isMultiInstanceRoot()))
                .toList();
        branches.stream().skip(1).forEach(branch -> {
            executions.deleteChildExecutions(branch, "moved", true);
            executions.deleteExecutionAndRelatedData(branch, "moved", false);
        });
        return branches.getFirst().getActivityId();
    }
}
