package dev.winslow.agent;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.protocol.Backoff;
import dev.winslow.agent.protocol.Insistence;
import dev.winslow.agent.protocol.NodeIdentity;
import dev.winslow.agent.protocol.Refused;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.agent.protocol.StaleLease;
import dev.winslow.api.worker.JoinRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes this machine a node, or finds that it is one. */
final class Joining {
    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

    private final AgentSettings settings;
    private final ServerClient server;
    private final Path file;
    private final BlockingQueue<NodeIdentity> unwritten = new LinkedBlockingQueue<>();

    Joining(AgentSettings settings, ServerClient server) {
        this.settings = settings;
        this.server = server;
        this.file = settings.data().resolve("node.json");
    }

    /** The server does not take this machine. */
    static final class NotAdmitted extends Exception {
        private static final long serialVersionUID = 1L;

        NotAdmitted(String message) {
            super(message);
        }
    }

    /** What the data folder says; a node of another name is another node. */
    Optional<NodeIdentity> known() throws IOException {
        return PrivateJson.read(file, NodeIdentity.class)
                .filter(identity -> identity.nodeName().equals(settings.nodeName()));
    }

    NodeIdentity join() throws IOException, InterruptedException, NotAdmitted {
        String token = settings.enrolmentToken()
                .orElseThrow(() -> new NotAdmitted("This machine is no node yet: start the worker with --token"));
        JoinRequest request =
                new JoinRequest(settings.nodeName(), version(), JoinRequest.PROTOCOL, settings.capabilities());
        try {
            NodeIdentity identity =
                    new NodeIdentity(settings.nodeName(), Insistence.untilAnswered(() -> server.join(request, token)));
            keep(identity);
            return identity;
        } catch (Refused | StaleLease refused) {
            throw new NotAdmitted("The server does not take this machine: " + refused.getMessage());
        }
    }

    /** Where it is a node already, a full disk is no reason to leave its stages alone. */
    private void keep(NodeIdentity identity) throws IOException {
        try {
            PrivateJson.write(file, identity);
        } catch (IOException disk) {
            if (known().isEmpty()) {
                throw disk;
            }
            LOG.warn("{} could not be written; it is tried again", file, disk);
            unwritten.add(identity);
        }
    }

    /** Tries again what could not be written, until its thread is interrupted: once the disk has room, the next start finds the token that holds. */
    void keepTrying() throws InterruptedException {
        while (true) {
            NodeIdentity identity = unwritten.take();
            Backoff backoff = new Backoff();
            while (!written(identity)) {
                backoff.pause();
            }
            LOG.info("{} could be written after all", file);
        }
    }

    private boolean written(NodeIdentity identity) {
        try {
            PrivateJson.write(file, identity);
            return true;
        } catch (IOException still) {
            LOG.debug("{} cannot be written yet", file, still);
            return false;
        }
    }

    private static String version() {
        return Objects.requireNonNullElse(Joining.class.getPackage().getImplementationVersion(), "development");
    }
}
