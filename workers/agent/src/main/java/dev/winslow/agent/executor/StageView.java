package dev.winslow.agent.executor;

import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.artifact.Area;
import java.nio.file.Path;

/** Where a stage itself finds its folders, and the file for its variables. */
public record StageView(Path input, Path workspace, Path output, Path variables) {
    /** Where they lie on this machine. */
    public static StageView of(AttemptFolder folder) {
        return new StageView(
                folder.of(Area.INPUT), folder.of(Area.WORKSPACE), folder.of(Area.OUTPUT), folder.variables());
    }
}
