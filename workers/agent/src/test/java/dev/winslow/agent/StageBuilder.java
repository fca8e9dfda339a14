package dev.winslow.agent;

import dev.winslow.api.stage.Requirements;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An assignment for a test that cares about a few of its parts only. */
record StageBuilder(
        String image,
        List<String> arguments,
        Map<String, String> environment,
        Requirements needs,
        List<InputFile> files) {
    private static final Requirements LITTLE = new Requirements(1, 256L << 20, 0, Set.of());

    StageBuilder(String image, List<String> arguments) {
        this(image, arguments, Map.of(), LITTLE, List.of());
    }

    StageBuilder image(String other) {
        return new StageBuilder(other, arguments, environment, needs, files);
    }

    StageBuilder program(String name) {
        return new StageBuilder(image, List.of(name), environment, needs, files);
    }

    StageBuilder env(Map<String, String> variables) {
        return new StageBuilder(image, arguments, variables, needs, files);
    }

    StageBuilder memory(long bytes) {
        return new StageBuilder(image, arguments, environment, new Requirements(1, bytes, 0, Set.of()), files);
    }

    StageBuilder gpus(int count) {
        return new StageBuilder(
                image, arguments, environment, new Requirements(1, needs.memoryBytes(), count, Set.of()), files);
    }

    StageBuilder files(InputFile... given) {
        return new StageBuilder(image, arguments, environment, needs, List.of(given));
    }

    Assignment build() {
        return new Assignment(
                UUID.randomUUID(),
                "token",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "detect",
                "Detect",
                image,
                arguments,
                environment,
                needs,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                files);
    }
}
