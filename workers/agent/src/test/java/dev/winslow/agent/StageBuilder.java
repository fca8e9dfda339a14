package dev.winslow.agent;

import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An assignment for a test that cares about a few of its parts only. */
final class StageBuilder {
    private final List<String> arguments;
    private String image;
    private Map<String, String> environment = Map.of();
    private Requirements needs = new Requirements(1, 256L << 20, 0, Set.of());
    private List<Integer> gpus = List.of();
    private List<InputFile> files = List.of();

    StageBuilder(String image, String... arguments) {
        this.image = image;
        this.arguments = List.of(arguments);
    }

    StageBuilder image(String other) {
        image = other;
        return this;
    }

    StageBuilder env(String name, String value) {
        environment = Map.of(name, value);
        return this;
    }

    StageBuilder needs(Requirements all) {
        needs = all;
        return this;
    }

    StageBuilder gpu(int index) {
        gpus = List.of(index);
        return this;
    }

    StageBuilder files(InputFile... given) {
        files = List.of(given);
        return this;
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
                files,
                gpus,
                List.of(),
                ExitCodes.ZERO,
                Optional.empty());
    }
}
