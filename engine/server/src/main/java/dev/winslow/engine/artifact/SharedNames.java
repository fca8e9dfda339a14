package dev.winslow.engine.artifact;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.Collection;

/** A worker could not lay out both a file and a folder of the same name. */
final class SharedNames {
    private SharedNames() {}

    /** Where a file of this path cannot lie in a workspace with these files. */
    static void refuse(String path, Collection<Artifact> workspace, String todo) {
        workspace.stream()
                .map(Artifact::path)
                .filter(there -> there.startsWith(path + "/") || path.startsWith(there + "/"))
                .findFirst()
                .ifPresent(there -> {
                    throw new ProblemException(
                            ProblemType.CONFLICT,
                            "%s cannot lie in this workspace beside %s: one name cannot be both a file and a folder."
                                    .formatted(path, there),
                            todo);
                });
    }
}
