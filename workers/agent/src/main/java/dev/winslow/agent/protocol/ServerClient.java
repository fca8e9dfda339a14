package dev.winslow.agent.protocol;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.api.worker.Heartbeat;
import dev.winslow.api.worker.HeartbeatResponse;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.api.worker.JoinResponse;
import dev.winslow.api.worker.LogBatch;
import dev.winslow.api.worker.LogReceipt;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.OutcomeReceipt;
import dev.winslow.api.worker.SaveCheckpoint;
import dev.winslow.api.worker.StateReport;
import dev.winslow.api.worker.UploadCompletion;
import dev.winslow.api.worker.UploadRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The calls of the worker's side of the API. Each is tried once and may be repeated. */
public final class ServerClient {
    private static final Duration SHORT = Duration.ofSeconds(30);
    /**
     * How much later than promised an answer may come. A poll on a connection that died without a word must not outlast many leases: what
     * is given to the node meanwhile counts as lost.
     */
    private static final Duration LATE = Duration.ofSeconds(10);
    /** Checking and recording a large result takes the server a while. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final int NOT_FOUND = 404;

    private final JsonHttp http;
    private final OutcomePost outcomes = new OutcomePost(this::carry);
    private volatile String nodeToken = "";

    public ServerClient(URI server) {
        this.http = new JsonHttp(server);
    }

    /** Signs in with this token from now on. */
    public void signIn(String token) {
        this.nodeToken = token;
    }

    public JoinResponse join(JoinRequest request, String enrolmentToken)
            throws ProtocolException, InterruptedException {
        return http.post(Paths.JOIN, request, JoinResponse.class, enrolmentToken, SHORT);
    }

    /**
     * Empty where nothing came up within {@code wait}.
     *
     * @param held attempts that are not to be answered again
     */
    public List<Assignment> assignments(Duration wait, List<UUID> held) throws ProtocolException, InterruptedException {
        return http.get(
                        Paths.ASSIGNMENTS + "?wait=" + wait + named(held),
                        Assignment[].class,
                        nodeToken,
                        wait.plus(LATE))
                .map(List::of)
                .orElse(List.of());
    }

    private static String named(List<UUID> held) {
        return held.stream().map(id -> "&held=" + id).collect(Collectors.joining());
    }

    public HeartbeatResponse heartbeat(Heartbeat heartbeat, Duration patience)
            throws ProtocolException, InterruptedException {
        return http.post(Paths.HEARTBEAT, heartbeat, HeartbeatResponse.class, nodeToken, patience);
    }

    public void state(UUID attempt, StateReport report) throws ProtocolException, InterruptedException {
        http.tell(of(Paths.ATTEMPT_STATE, attempt), report, nodeToken, SHORT);
    }

    public LogReceipt log(UUID attempt, LogBatch batch) throws ProtocolException, InterruptedException {
        return http.post(of(Paths.ATTEMPT_LOG, attempt), batch, LogReceipt.class, nodeToken, SHORT);
    }

    public UploadTicket beginUpload(UUID attempt, UploadRequest request)
            throws ProtocolException, InterruptedException {
        return http.post(of(Paths.ATTEMPT_UPLOADS, attempt), request, UploadTicket.class, nodeToken, SHORT);
    }

    public void completeUpload(UUID attempt, UploadCompletion completion)
            throws ProtocolException, InterruptedException {
        http.tell(of(Paths.ATTEMPT_UPLOAD_COMPLETION, attempt), completion, nodeToken, LONG);
    }

    public void ask(UUID attempt, Ask ask) throws ProtocolException, InterruptedException {
        http.tell(of(Paths.ATTEMPT_QUESTIONS, attempt), ask, nodeToken, SHORT);
    }

    public void checkpoint(UUID attempt, SaveCheckpoint checkpoint) throws ProtocolException, InterruptedException {
        http.tell(of(Paths.ATTEMPT_CHECKPOINT, attempt), checkpoint, nodeToken, LONG);
    }

    /** Those of other attempts that end at this time may go with it. */
    public void outcome(UUID attempt, Outcome outcome) throws ProtocolException, InterruptedException {
        outcomes.send(new AttemptOutcome(attempt, outcome));
    }

    private List<OutcomeReceipt> carry(List<AttemptOutcome> outcomes) throws ProtocolException, InterruptedException {
        try {
            return List.of(http.post(Paths.OUTCOMES, outcomes, OutcomeReceipt[].class, nodeToken, LONG));
        } catch (Refused refused) {
            if (refused.status() == NOT_FOUND) {
                // Results are kept until one is there that takes them.
                throw new ServerAway(
                        "The server, or what stands in its place, takes no outcomes; is it of an earlier version? ("
                                + refused.getMessage() + ")");
            }
            throw refused;
        }
    }

    private static String of(String path, UUID attempt) {
        return path.replace("{id}", attempt.toString());
    }
}
