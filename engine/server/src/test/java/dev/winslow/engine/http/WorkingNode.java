package dev.winslow.engine.http;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Heartbeat;
import dev.winslow.api.worker.HeartbeatResponse;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.api.worker.JoinResponse;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LogBatch;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.ProducedFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A worker as the server sees it: its calls, made by hand. */
record WorkingNode(Caller caller, UUID id, String name) {

    static WorkingNode join(ServerOnADatabase server, String tag, Gpu... gpus) {
        Caller enrolment = server.caller().with(server.token("enrolment.token"));
        JoinResponse joined =
                enrolment.post(Paths.JOIN, request("node-" + tag, tag, gpus)).as(JoinResponse.class);
        return new WorkingNode(enrolment.with(joined.nodeToken()), joined.nodeId(), "node-" + tag);
    }

    static JoinRequest request(String name, String tag, Gpu... gpus) {
        return new JoinRequest(name, "test", 1, new Capabilities(4, 8L << 30, List.of(gpus), Set.of(tag)));
    }

    Assignment await() {
        return caller.get(Paths.ASSIGNMENT + "?wait=PT20S").as(Assignment.class);
    }

    HeartbeatResponse beat(Lease... leases) {
        return caller.post(Paths.HEARTBEAT, new Heartbeat(List.of(leases))).as(HeartbeatResponse.class);
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

    Answer succeed(Assignment assignment, Map<String, String> variables) {
        return end(assignment, AttemptState.SUCCEEDED, Optional.empty(), variables);
    }

    Answer aborted(Assignment assignment) {
        return end(assignment, AttemptState.ABORTED, Optional.of("Aborted."), Map.of());
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
        return caller.post(
                of(Paths.ATTEMPT_OUTCOME, assignment),
                new Outcome(assignment.leaseToken(), state, Optional.of(0), reason, List.of(files), variables));
    }

    static String of(String path, Assignment assignment) {
        return path.replace("{id}", assignment.attemptId().toString());
    }
}
