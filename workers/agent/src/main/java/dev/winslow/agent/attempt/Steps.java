package dev.winslow.agent.attempt;

import dev.winslow.agent.disk.Folders;
import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.agent.workspace.Baseline;
import dev.winslow.agent.workspace.EmptyFolders;
import dev.winslow.agent.workspace.SpareFolders;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Phases;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How far an attempt has come. A step counts when it is on disk, from where a worker that takes the attempt up again
 * knows it; the worker that took the step itself knows it by heart.
 */
final class Steps {
    private final AttemptFolder folder;
    private final SpareFolders spares;
    private final InstantSource clock;
    private Instant begun;
    private Optional<Prepared> prepared = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();
    private Optional<Instant> ended = Optional.empty();

    /**
     * What the stage finds when it starts.
     *
     * @param image which bytes the image's name stood for; absent where that was not told
     * @param started when; absent where it could not be started
     */
    record Prepared(Baseline baseline, Optional<String> image, Optional<Instant> started) {}

    Steps(AttemptFolder folder, SpareFolders spares, InstantSource clock) {
        this.folder = folder;
        this.spares = spares;
        this.clock = clock;
        this.begun = clock.instant();
    }

    AttemptFolder folder() {
        return folder;
    }

    /**
     * Begins with it or takes it up again. What has no assignment was being deleted.
     *
     * @return those of its folders which are empty for certain
     */
    EmptyFolders begin(Assignment assignment) throws IOException {
        EmptyFolders empty;
        try {
            empty = spares.make(folder);
        } catch (FileAlreadyExistsException left) {
            // What cannot be looked at is not taken for absent, and is not deleted.
            if (PrivateJson.readOnce(folder.assignment(), Assignment.class).isPresent()) {
                takeUp();
                return EmptyFolders.NONE;
            }
            Folders.delete(folder.root());
            empty = spares.make(folder);
        }
        PrivateJson.writeOnce(folder.assignment(), assignment);
        return empty;
    }

    private void takeUp() throws IOException {
        Optional<Instant> known = EarlierVersion.begun(folder);
        begun = known.isPresent() ? known.get() : written(folder.assignment());
        Optional<Prepared> found = PrivateJson.readOnce(folder.prepared(), Prepared.class);
        prepared = found.isPresent() ? found : EarlierVersion.prepared(folder);
        verdict = PrivateJson.readOnce(folder.verdict(), Verdict.class);
        if (verdict.isPresent()) {
            ended = Optional.of(written(folder.verdict()));
        }
    }

    /** Right for as long as nobody else writes there: a copy of the folder that keeps no times makes the attempt younger. */
    private static Instant written(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    /** Not on disk yet: a worker that is killed before the start lays it out afresh. */
    void laidOut(Baseline baseline) {
        prepared = Optional.of(new Prepared(baseline, Optional.empty(), Optional.empty()));
    }

    Optional<Prepared> prepared() {
        return prepared;
    }

    Optional<Instant> started() {
        return prepared.flatMap(Prepared::started);
    }

    Optional<Verdict> verdict() {
        return verdict;
    }

    /** To be called just before the start: once it is on disk, the stage is not started again. */
    void starts(String image) throws IOException {
        Prepared ready =
                new Prepared(prepared.orElseThrow().baseline(), Optional.of(image), Optional.of(clock.instant()));
        PrivateJson.writeOnce(folder.prepared(), ready);
        prepared = Optional.of(ready);
    }

    void ended(Verdict how) throws IOException {
        PrivateJson.writeOnce(folder.verdict(), how);
        verdict = Optional.of(how);
        ended = Optional.of(clock.instant());
    }

    /** How long it was at what, up to now. */
    Phases phases() {
        Instant now = clock.instant();
        Instant end = ended.orElse(now);
        return new Phases(
                between(begun, started().orElse(end)), started().map(start -> between(start, end)), between(end, now));
    }

    /** A clock that was set back meanwhile makes it nothing. */
    private static Duration between(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }
}
