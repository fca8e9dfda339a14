package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.api.worker.Heartbeat;
import dev.winslow.api.worker.HeartbeatResponse;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.api.worker.JoinResponse;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LogBatch;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.OutcomeReceipt;
import dev.winslow.api.worker.Phases;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.StateReport;
import dev.winslow.api.worker.Telemetry;
import dev.winslow.api.worker.UploadCompletion;
import dev.winslow.api.worker.UploadRequest;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A worker as the server sees it: its calls, made by hand. */
record WorkingNode(Caller caller, UUID id, String name) {
    /** What it says of each attempt that ends. */
    static final Phases PHASES =
            new Phases(Duration.ofMillis(3), Optional.of(Duration.ofMillis(5)), Duration.ofMillis(2));

    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    static WorkingNode join(ServerOnADatabase server, String tag, Gpu... gpus) {
        return named(server, "node-" + tag, tag, gpus);
    }

    static WorkingNode named(ServerOnADatabase server, String name, String tag, Gpu... gpus) {
        Caller enrolment = server.caller().with(server.token("enrolment.token"));
        JoinResponse joined =
                enrolment.post(Paths.JOIN, request(name, tag, gpus)).as(JoinResponse.class);
        return new WorkingNode(enrolment.with(joined.nodeToken()), joined.nodeId(), name);
    }

    static JoinRequest request(String name, String tag, Gpu... gpus) {
        return new JoinRequest(
                name, "test", JoinRequest.PROTOCOL, new Capabilities(4, 8L << 30, List.of(gpus), Set.of(tag)));
    }

    Assignment await() {
        return caller.get(Paths.ASSIGNMENTS + "?wait=PT20S").as(Assignment[].class)[0];
    }

    HeartbeatResponse beat(Lease... leases) {
        return caller.post(Paths.HEARTBEAT, Heartbeat.of(List.of(leases))).as(HeartbeatResponse.class);
    }

    void tell(Telemetry telemetry) {
        Answer answer =
                caller.post(Paths.HEARTBEAT, new Heartbeat(List.of(), Optional.empty(), Optional.of(telemetry)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Tells which files lie in its cache. */
    void tellCached(String... digests) {
        caller.post(Paths.HEARTBEAT, new Heartbeat(List.of(), Optional.of(List.of(digests)), Optional.empty()))
                .as(HeartbeatResponse.class);
    }

    /** Sends the bytes of a file that the stage leaves, to its end. */
    void send(Assignment assignment, ProducedFile file, byte[] bytes) {
        UploadTicket ticket = beginUpload(assignment, file);
        if (ticket.parts().isEmpty()) {
            return;
        }
        List<SentPart> parts = ticket.parts().stream()
                .map(part -> new SentPart(
                        part.number(),
                        Caller.put(part.url(), bytes).header("ETag").replace("\"", "")))
                .toList();
        Answer ended = caller.post(
                of(Paths.ATTEMPT_UPLOAD_COMPLETION, assignment),
                new UploadCompletion(assignment.leaseToken(), file, ticket.objectKey(), ticket.uploadId(), parts));
        assertThat(ended.status()).isEqualTo(204);
    }

    UploadTicket beginUpload(Assignment assignment, ProducedFile file) {
        return caller.post(of(Paths.ATTEMPT_UPLOADS, assignment), new UploadRequest(assignment.leaseToken(), file))
                .as(UploadTicket.class);
    }

    Answer log(Assignment assignment, LogLine... lines) {
        return caller.post(
                of(Paths.ATTEMPT_LOG, assignment), new LogBatch(assignment.leaseToken(), Arrays.asList(lines)));
    }

    static LogLine line(long number, String text) {
        return new LogLine(number, Instant.parse("2026-01-02T03:04:05Z"), LogStream.OUT, text);
    }

    Answer succeed(Assignment assignment, ProducedFile... files) {
        return end(assignment, AttemptState.SUCCEEDED, Optional.empty(), Map.of(), files);
    }

    Answer succeed(Assignment assignment, Map<String, String> variables, ProducedFile... files) {
        return end(assignment, AttemptState.SUCCEEDED, Optional.empty(), variables, files);
    }

    Answer aborted(Assignment assignment) {
        return end(assignment, AttemptState.ABORTED, Optional.of("Aborted."), Map.of());
    }

    /** Sends a file of the workspace and succeeds with it. */
    void leave(Assignment assignment, String path, String text) {
        leave(assignment, AttemptState.SUCCEEDED, path, text);
    }

    /** Sends a file of the workspace and ends with it, and with those that it names as they were. */
    void leave(Assignment assignment, AttemptState state, String path, String text, ProducedFile... unchanged) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ProducedFile file = new ProducedFile(Area.WORKSPACE, path, bytes.length, sha256(text));
        send(assignment, file, bytes);
        Answer answer = end(
                assignment,
                state,
                state == AttemptState.SUCCEEDED ? Optional.empty() : Optional.of("It failed."),
                Map.of(),
                Stream.concat(Stream.of(file), Stream.of(unchanged)).toArray(ProducedFile[]::new));
        if (answer.status() != 204) {
            throw new AssertionError(answer.body());
        }
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    /** Says that it has begun, so that the next assignment is another. */
    Assignment begin(Assignment assignment) {
        caller.post(
                of(Paths.ATTEMPT_STATE, assignment),
                new StateReport(assignment.leaseToken(), AttemptState.RUNNING, List.of(), 0));
        return assignment;
    }

    void progress(Assignment assignment, double percent, int warnings) {
        caller.post(
                of(Paths.ATTEMPT_STATE, assignment),
                new StateReport(
                        assignment.leaseToken(),
                        AttemptState.RUNNING,
                        List.of(new Progress("all", percent)),
                        warnings));
    }

    Answer fail(Assignment assignment, String reason) {
        return end(assignment, AttemptState.FAILED, Optional.of(reason), Map.of());
    }

    private Answer end(
            Assignment assignment,
            AttemptState state,
            Optional<String> reason,
            Map<String, String> variables,
            ProducedFile... files) {
        return report(
                assignment,
                new Outcome(
                        assignment.leaseToken(),
                        state,
                        Optional.of(0),
                        reason,
                        List.of(files),
                        variables,
                        Optional.empty(),
                        Optional.of(PHASES)));
    }

    /** On an image that stood for these bytes. */
    Answer succeedWith(Assignment assignment, String imageDigest) {
        return report(
                assignment,
                new Outcome(
                        assignment.leaseToken(),
                        AttemptState.SUCCEEDED,
                        Optional.of(0),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        Optional.of(imageDigest),
                        Optional.empty()));
    }

    /** As it is answered to workers that report one at a time. */
    private Answer report(Assignment assignment, Outcome outcome) {
        return report(new AttemptOutcome(assignment.attemptId(), outcome))
                .getFirst()
                .problem()
                .map(problem -> new Answer(problem.status(), NO_HEADERS, Answer.JSON.writeValueAsString(problem)))
                .orElseGet(() -> new Answer(204, NO_HEADERS, ""));
    }

    List<OutcomeReceipt> report(AttemptOutcome... outcomes) {
        return caller.post(Paths.OUTCOMES, outcomes).listOf(OutcomeReceipt.class);
    }

    /** As workers do that speak an older protocol. */
    Answer reportAlone(Assignment assignment, Outcome outcome) {
        return caller.post(of(Paths.ATTEMPT_OUTCOME, assignment), outcome);
    }

    static String of(String path, Assignment assignment) {
        return path.replace("{id}", assignment.attemptId().toString());
    }
}
