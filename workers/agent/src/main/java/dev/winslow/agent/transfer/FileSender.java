package dev.winslow.agent.transfer;

import dev.winslow.agent.protocol.Backoff;
import dev.winslow.agent.protocol.Insistence;
import dev.winslow.agent.protocol.Refused;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.agent.protocol.StaleLease;
import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadPart;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.UploadCompletion;
import dev.winslow.api.worker.UploadRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends files by signed parts, several at a time. Addresses expire, so each new try asks for new ones. */
public final class FileSender {
    private static final Logger LOG = LoggerFactory.getLogger(FileSender.class);
    private static final int PARTS_AT_A_TIME = 4;
    private static final int TRIES = 8;
    /** A store that must write much may be slow to say that it has. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServerClient server;
    private final PartSender parts = new PartSender(PATIENCE);

    public FileSender(ServerClient server) {
        this.server = server;
    }

    /** @throws IOException where the store refuses again and again */
    public void send(Lease lease, ProducedFile file, Path source)
            throws IOException, StaleLease, Refused, InterruptedException {
        Backoff backoff = new Backoff();
        for (int tried = 1; ; tried++) {
            try {
                once(lease, file, source);
                return;
            } catch (IOException failure) {
                if (tried == TRIES) {
                    throw new IOException(
                            "The file " + file.path() + " could not be sent: " + failure.getMessage(), failure);
                }
                LOG.info("Sending {} failed ({}); trying again", file.path(), failure.getMessage());
                backoff.pause();
            }
        }
    }

    private void once(Lease lease, ProducedFile file, Path source)
            throws IOException, StaleLease, Refused, InterruptedException {
        UploadTicket ticket = Insistence.untilAnswered(
                () -> server.beginUpload(lease.attemptId(), new UploadRequest(lease.leaseToken(), file)));
        if (ticket.parts().isEmpty()) {
            return;
        }
        UploadCompletion completion = new UploadCompletion(
                lease.leaseToken(), file, ticket.objectKey(), ticket.uploadId(), sent(ticket.parts(), source));
        Insistence.untilAnswered(() -> server.completeUpload(lease.attemptId(), completion));
    }

    private List<SentPart> sent(List<UploadPart> all, Path source) throws IOException, InterruptedException {
        try (ExecutorService senders = Executors.newFixedThreadPool(
                PARTS_AT_A_TIME, Thread.ofVirtual().name("part-", 1).factory())) {
            List<Future<SentPart>> started = all.stream()
                    .map(part -> senders.submit(() -> parts.send(part, source)))
                    .toList();
            try {
                List<SentPart> sent = new ArrayList<>();
                for (Future<SentPart> each : started) {
                    sent.add(each.get());
                }
                return sent;
            } catch (ExecutionException failed) {
                throw new IOException("a part could not be sent: " + failed.getMessage(), failed);
            } finally {
                senders.shutdownNow();
            }
        }
    }
}
