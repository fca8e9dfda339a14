package dev.winslow.engine.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a sentence calls other stages: by their names, or only by how many they are. */
sealed interface StageNames {
    String of(List<RunningStage> stages);

    String of(PlacementRequest stage);

    /** Remembers whose stages it has named. */
    record Named(Set<UUID> projects) implements StageNames {
        private static final int MOST = 3;

        Named() {
            this(new HashSet<>());
        }

        @Override
        public String of(List<RunningStage> stages) {
            List<RunningStage> first = stages.size() <= MOST ? stages : stages.subList(0, MOST);
            first.forEach(stage -> projects.add(stage.claimant().projectId()));
            List<String> names = first.stream().map(RunningStage::name).toList();
            return stages.size() <= MOST
                    ? String.join(" and ", names)
                    : String.join(", ", names) + " and " + (stages.size() - MOST) + " more";
        }

        @Override
        public String of(PlacementRequest stage) {
            projects.add(stage.claimant().projectId());
            return stage.stageName();
        }
    }

    record Counted() implements StageNames {
        @Override
        public String of(List<RunningStage> stages) {
            return stages.size() == 1 ? "another stage" : stages.size() + " stages";
        }

        @Override
        public String of(PlacementRequest stage) {
            return "another stage";
        }
    }
}
