package dev.winslow.agent.workspace;

import dev.winslow.api.artifact.Area;
import java.nio.file.Path;
import java.util.List;

/** All that this machine keeps of one attempt. */
public record AttemptFolder(Path root) {
    public Path assignment() {
        return root.resolve("assignment.json");
    }

    /** How the files stood when all were laid out, which bytes the image's name stood for, and when the stage was started; absent before that. */
    public Path prepared() {
        return root.resolve("prepared.json");
    }

    /** How the stage ended; absent before. */
    public Path verdict() {
        return root.resolve("verdict.json");
    }

    /** Whether the file is one of those that say how far the attempt has come. */
    boolean isRecord(Path file) {
        return file.equals(assignment()) || file.equals(prepared()) || file.equals(verdict());
    }

    /** What the stage keeps for its next attempt, while it is sent. */
    public Path checkpoint() {
        return root.resolve("checkpoint");
    }

    /** Which checkpoint was saved last. */
    public Path checkpointed() {
        return root.resolve("checkpoint.json");
    }

    /** What the stage has used so far. */
    public Path usage() {
        return root.resolve("usage.json");
    }

    public Path pid() {
        return root.resolve("pid");
    }

    public Path exitCode() {
        return root.resolve("exit-code");
    }

    public Path stdout() {
        return root.resolve("stdout.log");
    }

    public Path stderr() {
        return root.resolve("stderr.log");
    }

    /** The numbered lines of both streams. */
    public Path lines() {
        return root.resolve("lines.log");
    }

    /** Where a stage leaves word for Winslow. A folder of its own, so that a container can be given it. */
    public Path word() {
        return root.resolve("word");
    }

    public Path variables() {
        return word().resolve("variables.properties");
    }

    /** The answer to a question that the stage asked; under its workspace, so that the stage sees it wherever it runs. */
    public Path answer(String id) {
        return workspace().resolve(".winslow").resolve("answers").resolve(id + ".json");
    }

    public Path workspace() {
        return of(Area.WORKSPACE);
    }

    /** Those of its folders that a stage finds. */
    List<Path> ofTheStage() {
        return List.of(of(Area.INPUT), workspace(), of(Area.OUTPUT), word());
    }

    public Path of(Area area) {
        return root.resolve(
                switch (area) {
                    case INPUT -> "input";
                    case WORKSPACE -> "workspace";
                    case OUTPUT -> "output";
                });
    }
}
