package dev.winslow.engine.run;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.question.Questions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where runs stand, and where a person is asked something first. */
@Component
class Places {
    private final ProcessKernel kernel;
    private final Questions questions;

    Places(ProcessKernel kernel, Questions questions) {
        this.kernel = kernel;
        this.questions = questions;
    }

    /** @param asked by job, what is asked there */
    record Place(List<Position> positions, Map<String, UUID> asked) {
        static final Place NOWHERE = new Place(List.of(), Map.of());
    }

    Place of(Run run) {
        return run.end().isPresent()
                ? Place.NOWHERE
                : new Place(kernel.positions(run.id()), questions.openOf(run.id()));
    }

    /** In one query for where they stand, however many they are; those that have ended stand nowhere. */
    Map<UUID, Place> of(Collection<Run> runs) {
        Map<UUID, List<Position>> positions = kernel.positions(
                runs.stream().filter(run -> run.end().isEmpty()).map(Run::id).toList());
        Set<UUID> asking = questions.runs(positions.keySet());
        return positions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        run -> new Place(
                                run.getValue(),
                                asking.contains(run.getKey()) ? questions.openOf(run.getKey()) : Map.of())));
    }
}
