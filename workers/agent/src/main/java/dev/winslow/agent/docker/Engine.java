package dev.winslow.agent.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** The Docker of this machine. Whatever fails there comes out as a {@link DockerTrouble}. */
final class Engine implements AutoCloseable {
    private static final int CONNECTIONS = 10_000;

    private final DockerClient client;
    private final String host;

    private Engine(DockerClient client, String host) {
        this.client = client;
        this.host = host;
    }

    static Engine connect(DockerSettings settings) throws DockerTrouble, InterruptedException {
        DefaultDockerClientConfig.Builder builder = DefaultDockerClientConfig.createDefaultConfigBuilder()
                // Without a version in its addresses Docker speaks its newest one; any fixed one is too new or too old
                // for some.
                .withApiVersion(RemoteApiVersion.unknown());
        settings.access().host().ifPresent(builder::withDockerHost);
        settings.access().config().ifPresent(folder -> builder.withDockerConfig(folder.toString()));
        DockerClientConfig config = builder.build();
        DockerClient client = DockerClientImpl.getInstance(
                config,
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        // Each running stage holds one, through which its output comes.
                        .maxConnections(CONNECTIONS)
                        .connectionTimeout(Duration.ofSeconds(10))
                        .build());
        Engine engine = new Engine(client, config.getDockerHost().toString());
        engine.ask("Docker does not work", docker -> docker.pingCmd().exec());
        return engine;
    }

    <T> T ask(String what, Function<DockerClient, T> question) throws DockerTrouble, InterruptedException {
        try {
            return question.apply(client);
        } catch (RuntimeException failure) {
            throw trouble(what, failure);
        }
    }

    /** @throws InterruptedException where the call failed since this thread is to end */
    DockerTrouble trouble(String what, RuntimeException failure) throws InterruptedException {
        if (Thread.currentThread().isInterrupted() || failure.getCause() instanceof CancellationException) {
            throw new InterruptedException("The worker ends or the lease is lost");
        }
        return DockerTrouble.of(what, host, failure);
    }

    /** All that bear the labels, ended ones too. */
    List<Container> containers(Map<String, String> labels) throws DockerTrouble, InterruptedException {
        return ask(
                "The containers cannot be listed",
                docker -> docker.listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(labels)
                        .exec());
    }

    void start(String container) throws DockerTrouble, InterruptedException {
        try {
            client.startContainerCmd(container).exec();
        } catch (NotModifiedException running) {
            // It was started already.
        } catch (RuntimeException failure) {
            throw trouble("Its container could not be started", failure);
        }
    }

    /** Empty where there is no such container. */
    Optional<InspectContainerResponse> inspect(String container) throws DockerTrouble, InterruptedException {
        try {
            return Optional.of(client.inspectContainerCmd(container).exec());
        } catch (NotFoundException gone) {
            return Optional.empty();
        } catch (RuntimeException failure) {
            throw trouble("The container cannot be looked at", failure);
        }
    }

    /** SIGTERM, and SIGKILL after the grace; false where it has ended already. */
    boolean stop(String container, Duration grace) throws DockerTrouble, InterruptedException {
        try {
            client.stopContainerCmd(container)
                    .withTimeout(Math.toIntExact(grace.toSeconds()))
                    .exec();
            return true;
        } catch (NotFoundException | NotModifiedException ended) {
            return false;
        } catch (RuntimeException failure) {
            throw trouble("The container could not be stopped", failure);
        }
    }

    /** Kills it where it runs; false where it is gone already, or about to be. */
    boolean remove(String container) throws DockerTrouble, InterruptedException {
        try {
            client.removeContainerCmd(container)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
            return true;
        } catch (NotFoundException | ConflictException gone) {
            return false;
        } catch (RuntimeException failure) {
            throw trouble("The container could not be removed", failure);
        }
    }

    /** False where a container uses it. */
    boolean removeImage(String image) throws DockerTrouble, InterruptedException {
        try {
            client.removeImageCmd(image).exec();
            return true;
        } catch (NotFoundException gone) {
            return true;
        } catch (ConflictException used) {
            return false;
        } catch (RuntimeException failure) {
            throw trouble("The image " + image + " could not be removed", failure);
        }
    }

    /** Goes on until it is closed, or the container ends; where Docker does not tell, it stays empty. */
    LiveLoad load(String container) {
        return client.statsCmd(container).exec(new LiveLoad());
    }

    /** All output from the beginning on; with {@code follow} until the container ends. */
    void output(String container, boolean follow, ResultCallback.Adapter<Frame> frames)
            throws IOException, InterruptedException {
        try (frames) {
            client.logContainerCmd(container)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTailAll()
                    .withFollowStream(follow)
                    .exec(frames)
                    .awaitCompletion();
        } catch (NotFoundException gone) {
            // Who looks next finds that out.
        } catch (UncheckedIOException full) {
            throw full.getCause();
        } catch (RuntimeException failure) {
            throw trouble("Its output cannot be read", failure);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
