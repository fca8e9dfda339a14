package dev.winslow.ui.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A Docker of the test's own, without a registry, spoken to by the docker command. */
final class ContainerEngine {
    /** The shell's input ends with this JVM, however that ends, and the daemon with the shell's input. */
    private static final String WATCH = """
            "$@" </dev/null &
            cat >/dev/null
            kill $!
            wait
            """;

    /** A small root file system out of this machine's own programs, and a Java runtime. */
    private static final String BASE = """
            set -e
            "$1/bin/jlink" --strip-debug --no-header-files --no-man-pages --output "$2/opt/java" --add-modules \
            java.se,jdk.unsupported,jdk.zipfs,jdk.management,jdk.net,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.naming.dns
            for each in sh bash cat sleep ls find flock; do programs="$programs $(command -v $each)"; done
            standard=$(ldconfig -p | grep -o '/.*libstdc++.so.6$' | head -n 1)
            needed=$(ldd $programs "$2"/opt/java/bin/java "$2"/opt/java/lib/*.so "$2"/opt/java/lib/server/*.so "$standard" \
              | grep -o '/[^ :)]*\\.so[^ :)]*')
            libraries=$(printf '%s\\n' $needed "$standard" | grep -v "^$2" | sort -u)
            ln -s usr/bin "$2/bin"
            mkdir -m 1777 "$2/tmp"
            tar -cPhf "$2/base.tar" --transform 's#^/##' $programs $libraries
            tar -rf "$2/base.tar" -C "$2" opt bin tmp
            """;

    private final Path folder;
    private final String host;
    private final Process daemon;

    private ContainerEngine(Path folder, String host, Process daemon) {
        this.folder = folder;
        this.host = host;
        this.daemon = daemon;
    }

    static ContainerEngine start(Path folder) throws IOException {
        assumeTrue(
                Files.getAttribute(folder, "unix:uid").equals(0) && installed("dockerd") && installed("docker"),
                "No Docker: apt-get install docker.io (root's tests start it)");
        String host = "unix://" + folder.resolve("docker.sock");
        Process daemon = new ProcessBuilder(
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
                        "--host=" + host)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dockerd.log").toFile())
                .start();
        ContainerEngine engine = new ContainerEngine(folder, host, daemon);
        Awaitility.await("dockerd, see " + folder).atMost(Duration.ofMinutes(1)).until(() -> engine.fares("info"));
        return engine;
    }

    /** Where registries would be asked for such an image. */
    void importBase(String image) throws IOException, InterruptedException {
        Path base = Files.createDirectory(folder.resolve("base"));
        run(new ProcessBuilder("bash", "-c", BASE, "base", System.getProperty("java.home"), base.toString()));
        docker(
                "import",
                "--change",
                "ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/bin",
                base.resolve("base.tar").toString(),
                image);
    }

    /** By the script of the product. */
    void buildImages(Path home, String base) throws IOException, InterruptedException {
        run(new ProcessBuilder(home.resolve("winslow").toString(), "images", "--as-built", "--base", base));
    }

    /** What it printed. */
    String docker(String... arguments) throws IOException, InterruptedException {
        String[] line = new String[arguments.length + 1];
        line[0] = "docker";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return run(new ProcessBuilder(line));
    }

    boolean fares(String... arguments) {
        try {
            docker(arguments);
            return true;
        } catch (IOException failed) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void awaitHealth(String container) {
        Awaitility.await(container + " to be well")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> docker("inspect", "--format", "{{.State.Health.Status}}", container)
                        .equals("healthy"));
    }

    Path socket() {
        return folder.resolve("docker.sock");
    }

    private String run(ProcessBuilder command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", "");
        Path errors = Files.createTempFile(folder, "errors", "");
        command.environment().put("DOCKER_HOST", host);
        Process process = command.redirectOutput(said.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException(String.join(" ", command.command().subList(0, 2)) + " did not end well: "
                    + Files.readString(said) + Files.readString(errors));
        }
        return Files.readString(said).strip();
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    void end() throws IOException, InterruptedException {
        // A worker may be at it too, and what another removes is refused for a moment.
        Awaitility.await("the removal of all containers")
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    docker("ps", "-aq").lines().forEach(container -> fares("rm", "-f", container));
                    return docker("ps", "-aq").isEmpty();
                });
        daemon.getOutputStream().close();
        daemon.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        new ProcessBuilder("sh", "-c", "umount -R \"$0\"/data \"$0\"/exec/netns/*", folder.toString())
                .start()
                .onExit()
                .join();
    }
}
