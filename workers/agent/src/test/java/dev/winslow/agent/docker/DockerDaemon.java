package dev.winslow.agent.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The Docker of this machine, or one of the tests' own where none answers. */
public final class DockerDaemon implements AutoCloseable {
    /** The shell's input ends with this JVM, however that ends, and the daemon with the shell's input. */
    private static final String WATCH = """
            "$@" </dev/null &
            cat >/dev/null
            kill $!
            wait
            """;

    /** What the daemon leaves mounted for containers that outlive it. */
    private static final String UNMOUNT = "umount -R \"$0\"/data \"$0\"/exec/netns/*";

    /** A small root file system out of this machine's own programs. */
    private static final String ROOT = """
            programs=$(for each in sh cat sleep ls seq env id tail head touch grep; do command -v $each; done)
            tar -chf "$1" $programs $(ldd $programs | grep -o '/[^ :)]*\\.so[^ :)]*' | sort -u) 2>/dev/null
            """;

    private final String host;
    private final DockerClient client;
    /** Of a daemon of the tests' own. */
    private final Optional<Path> home;

    private Optional<Process> process = Optional.empty();

    private DockerDaemon(String host, Optional<Path> home) {
        this.host = host;
        this.home = home;
        this.client = client(host);
    }

    /** @param folder for a daemon of the tests' own */
    public static DockerDaemon find(Path folder) throws IOException {
        String usual = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .build()
                .getDockerHost()
                .toString();
        return answers(usual) ? new DockerDaemon(usual, Optional.empty()) : own(folder);
    }

    /** One that nobody else uses, so that it may be stopped. */
    public static DockerDaemon own(Path folder) throws IOException {
        boolean root = Files.getAttribute(folder, "unix:uid").equals(0);
        assumeTrue(root && installed(), "No Docker: apt-get install docker.io, then start dockerd (root's tests do)");
        DockerDaemon daemon = new DockerDaemon("unix://" + folder.resolve("docker.sock"), Optional.of(folder));
        daemon.run();
        return daemon;
    }

    /** The daemon of the tests' own; containers go on while it is away. */
    public void run() throws IOException {
        Path folder = home.orElseThrow();
        List<String> command = List.of(
                "sh",
                "-c",
                WATCH,
                "docker-of-a-test",
                "dockerd",
                "--data-root=" + folder.resolve("data"),
                "--exec-root=" + folder.resolve("exec"),
                "--pidfile=" + folder.resolve("pid"),
                "--iptables=false",
                "--ip6tables=false",
                "--live-restore",
                "--host=" + host);
        process = Optional.of(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("dockerd.log").toFile()))
                .start());
        Awaitility.await("dockerd, see " + folder)
                .atMost(Duration.ofSeconds(60))
                .until(() -> answers(host));
    }

    /** Stops the daemon of the tests' own. */
    public void halt() throws IOException {
        if (process.isPresent()) {
            process.get().getOutputStream().close();
            process.get().onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    public String host() {
        return host;
    }

    DockerClient client() {
        return client;
    }

    /** Makes an image with a shell and little else. */
    public void makeShell(String image, Path folder) throws IOException, InterruptedException {
        load(image, shell(folder));
    }

    /** A tar of a shell, a few programs and the libraries that they need. */
    public static byte[] shell(Path folder) throws IOException, InterruptedException {
        Path archive = folder.resolve("root.tar");
        new ProcessBuilder("sh", "-c", ROOT, "root", archive.toString())
                .inheritIO()
                .start()
                .waitFor();
        return Files.readAllBytes(archive);
    }

    /** By hand, since docker-java 3.7.1 sends the archive as JSON. */
    private void load(String image, byte[] archive) throws IOException {
        Path socket = Path.of(URI.create(host).getPath());
        String head = """
                POST /images/create?fromSrc=-&repo=%s HTTP/1.0\r
                Content-Type: application/x-tar\r
                Content-Length: %d\r
                \r
                """.formatted(image, archive.length);
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                OutputStream to = Channels.newOutputStream(channel);
                InputStream from = Channels.newInputStream(channel)) {
            to.write(head.getBytes(StandardCharsets.US_ASCII));
            to.write(archive);
            String answer = new String(from.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("200 OK", "sha256:");
        }
    }

    /**
     * A container in which programs of this machine run, Java among them, and reach this Docker at {@code /docker.sock}.
     *
     * @param files of this machine that it sees at the same place
     * @param folder of this machine and where it sees it, with a colon between
     * @return its id
     */
    public String runOnHostNetwork(String image, List<String> command, List<String> files, String folder) {
        Stream<String> libraries = Stream.of("/usr", "/lib", "/lib64", System.getProperty("java.home"));
        Stream<Bind> seen = Stream.concat(libraries, files.stream())
                .distinct()
                .filter(place -> Files.exists(Path.of(place)))
                .map(place -> Bind.parse(place + ":" + place + ":ro"));
        Stream<Bind> own =
                Stream.of(Bind.parse(folder), Bind.parse(URI.create(host).getPath() + ":/docker.sock"));
        HostConfig config = HostConfig.newHostConfig()
                .withNetworkMode("host")
                .withBinds(Stream.concat(seen, own).toList());
        String id = client.createContainerCmd(image)
                .withCmd(command)
                .withHostConfig(config)
                .exec()
                .getId();
        client.startContainerCmd(id).exec();
        return id;
    }

    public void remove(String container) {
        try {
            client.removeContainerCmd(container).withForce(true).exec();
        } catch (NotFoundException | ConflictException gone) {
            // The worker removes it, or did.
        }
    }

    public void removeImage(String image) {
        client.removeImageCmd(image).withForce(true).exec();
    }

    /** How many containers of any worker run. */
    public long running() {
        return client.listContainersCmd()
                .withLabelFilter(List.of(Labels.ATTEMPT))
                .exec()
                .size();
    }

    public boolean hasImage(String image) {
        try {
            client.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException none) {
            return false;
        }
    }

    /** Of a worker on this folder. */
    public long containersOf(Path data) {
        return client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of("dev.winslow.data", data.toString()))
                .exec()
                .size();
    }

    /** Those of stages that a worker on this folder left when it was stopped. */
    public void removeContainersOf(Path data) {
        client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of("dev.winslow.data", data.toString()))
                .exec()
                .forEach(container -> remove(container.getId()));
    }

    /** All containers whose name has this in it, ended ones too. */
    public long containers(String name) {
        return client.listContainersCmd().withShowAll(true).exec().stream()
                .filter(each -> each.getNames()[0].contains(name))
                .count();
    }

    @Override
    public void close() throws IOException {
        client.close();
        halt();
        if (process.isPresent()) {
            new ProcessBuilder("sh", "-c", UNMOUNT, home.orElseThrow().toString())
                    .start()
                    .onExit()
                    .join();
        }
    }

    private static boolean installed() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, "dockerd"))
                .anyMatch(Files::isExecutable);
    }

    private static boolean answers(String host) {
        try (DockerClient client = client(host)) {
            client.pingCmd().exec();
            return true;
        } catch (RuntimeException | IOException none) {
            return false;
        }
    }

    private static DockerClient client(String host) {
        DefaultDockerClientConfig config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withApiVersion(RemoteApiVersion.unknown())
                .withDockerHost(host)
                .build();
        return DockerClientImpl.getInstance(
                config,
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        .build());
    }
}
