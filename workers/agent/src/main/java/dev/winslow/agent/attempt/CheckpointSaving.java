package dev.winslow.agent.attempt;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.inventory.ByteSize;
import dev.winslow.agent.log.StageLog;
import dev.winslow.agent.protocol.Insistence;
import dev.winslow.agent.protocol.Refused;
import dev.winslow.agent.protocol.StaleLease;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.agent.workspace.CheckpointCopy;
import dev.winslow.agent.workspace.Fingerprint;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.SaveCheckpoint;
import dev.winslow.api.worker.StageFolders;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves what a stage keeps for its next attempt, every so often while it runs, on a thread of its own. That a checkpoint cannot be saved does not
 * fail the stage: the one before counts on, and the next is tried in time.
 */
final class CheckpointSaving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSaving.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 10;

    private final Assignment assignment;
    private final AttemptFolder folder;
    private final Services services;
    private final StageLog log;
    private final Thread thread;
    private Saved last;
    /** Bytes that the server has from the checkpoint before, by SHA-256. */
    private Set<String> there;

    /** Kept on disk, so that a worker that starts again counts on. */
    record Saved(int number, Map<String, Fingerprint> state) {}

    private CheckpointSaving(Assignment assignment, AttemptFolder folder, Services services, StageLog log)
            throws IOException {
        this.assignment = assignment;
        this.folder = folder;
        this.services = services;
        this.log = log;
        this.last = PrivateJson.read(folder.checkpointed(), Saved.class).orElseGet(() -> new Saved(0, Map.of()));
        this.there = assignment.files().stream()
                .filter(file -> last.number() == 0 && file.path().startsWith(StageFolders.CHECKPOINT + "/"))
                .map(file -> file.sha256())
                .collect(Collectors.toSet());
        this.thread =
                Thread.ofVirtual().name("checkpoint-" + assignment.attemptId()).unstarted(this::run);
    }

    /** For a stage that wants it. */
    static CheckpointSaving start(Assignment assignment, AttemptFolder folder, Services services, StageLog log)
            throws IOException {
        CheckpointSaving saving = new CheckpointSaving(assignment, folder, services, log);
        saving.thread.start();
        return saving;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(assignment.checkpoint().orElseThrow());
                look();
            }
        } catch (InterruptedException ending) {
            LOG.debug("No more checkpoints of attempt {}", assignment.attemptId());
        } catch (StaleLease lost) {
            LOG.warn("The lease of attempt {} is lost, and with it its checkpoints", assignment.attemptId());
        }
    }

    private void look() throws InterruptedException, StaleLease {
        try {
            for (int tried = 0; tried < TRIES; tried++) {
                var copy = CheckpointCopy.of(folder, last.state());
                if (copy.isPresent()) {
                    save(copy.get());
                    return;
                }
                Thread.sleep(PAUSE);
            }
        } catch (IOException | Refused unsaved) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("The stage has ended");
            }
            there = Set.of();
            LOG.warn("A checkpoint of attempt {} could not be saved", assignment.attemptId(), unsaved);
            say("A checkpoint could not be saved: " + unsaved.getMessage());
        }
    }

    private void save(CheckpointCopy copy) throws IOException, StaleLease, Refused, InterruptedException {
        int number = last.number() + 1;
        Lease lease = new Lease(assignment.attemptId(), assignment.leaseToken());
        for (ProducedFile file : copy.files()) {
            if (!there.contains(file.sha256())) {
                services.sender()
                        .send(
                                lease,
                                SaveCheckpoint.sent(number, file),
                                copy.root().resolve(file.path()));
            }
        }
        SaveCheckpoint request = new SaveCheckpoint(assignment.leaseToken(), number, copy.files());
        Insistence.untilAnswered(() -> services.server().checkpoint(assignment.attemptId(), request));
        last = new Saved(number, copy.state());
        there = copy.files().stream().map(ProducedFile::sha256).collect(Collectors.toSet());
        PrivateJson.write(folder.checkpointed(), last);
        say("Checkpoint %d is saved: %d files, %s."
                .formatted(
                        number,
                        copy.files().size(),
                        ByteSize.format(copy.files().stream()
                                .mapToLong(ProducedFile::size)
                                .sum())));
    }

    private void say(String sentence) {
        try {
            log.say(sentence);
        } catch (IOException unwritten) {
            LOG.warn("Not in the log of attempt {}: {}", assignment.attemptId(), sentence, unwritten);
        }
    }

    /** Returns when nothing more is said or sent. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
