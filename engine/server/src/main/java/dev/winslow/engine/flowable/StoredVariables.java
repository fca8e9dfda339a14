package dev.winslow.engine.flowable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flowable.engine.HistoryService;
import org.flowable.variable.api.history.HistoricVariableInstance;

/** Reads the variables of runs, as text; of runs that have ended as they were at the end. */
class StoredVariables {
    private final HistoryService history;

    StoredVariables(HistoryService history) {
        this.history = history;
    }

    Map<String, String> of(UUID run) {
        return texts(history.createHistoricVariableInstanceQuery()
                .executionId(run.toString())
                .list());
    }

    Map<UUID, Map<String, String>> of(Collection<UUID> runs) {
        return history
                .createHistoricVariableInstanceQuery()
                .executionIds(runs.stream().map(UUID::toString).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        variable -> UUID.fromString(variable.getProcessInstanceId()),
                        Collectors.collectingAndThen(Collectors.toList(), StoredVariables::texts)));
    }

    private static Map<String, String> texts(List<HistoricVariableInstance> variables) {
        return variables.stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toUnmodifiableMap(
                        HistoricVariableInstance::getVariableName, variable -> String.valueOf(variable.getValue())));
    }
}
