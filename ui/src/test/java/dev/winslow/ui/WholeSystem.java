package dev.winslow.ui;

import dev.winslow.api.account.Role;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.security.Authorities;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A server in this process, and where asked for a real worker with the real tracker beside it. */
final class WholeSystem implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final ConfigurableApplicationContext server;
    private final Path data;
    private Optional<Process> worker = Optional.empty();

    private WholeSystem(ConfigurableApplicationContext server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** @param more settings, such as {@code --winslow.trial=true} */
    static WholeSystem start(Path data, boolean trial, String... more) {
        SpringApplication application = new SpringApplication(WinslowApplication.class);
        Stream<String> settings = Stream.of(
                "--server.port=0", "--server.address=127.0.0.1", "--winslow.data=" + data, "--winslow.trial=" + trial);
        return new WholeSystem(
                application.run(Stream.concat(settings, Stream.of(more)).toArray(String[]::new)), data);
    }

    WholeSystem withWorker() throws IOException {
        Path programs = Files.writeString(
                data.resolve("programs.properties"),
                "winslow/tracker\\:1 = " + java() + " -Xmx640m --enable-native-access=ALL-UNNAMED -jar "
                        + jar("workers/tracker", "winslow-tracker-") + "\nshell\\:1 = /bin/sh\n");
        worker = Optional.of(new ProcessBuilder(
                        java(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar("workers/agent", "winslow-agent-").toString(),
                        "--join",
                        address().toString(),
                        "--token-file",
                        data.resolve("enrolment.token").toString(),
                        "--name",
                        "test-node",
                        "--data",
                        data.resolve("worker").toString(),
                        "--programs",
                        programs.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("worker.log").toFile())
                .start());
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port") + "/");
    }

    /** What the server itself is asked by, to set a scene. */
    <T> T bean(Class<T> type) {
        return server.getBean(type);
    }

    /** One that this person has made. */
    ProjectView projectOf(String person, String name, String pipeline) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, Authorities.of(Role.USER)));
        try {
            return bean(ProjectService.class).create(new CreateProject(name, pipeline, List.of()));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        worker.ifPresent(process -> {
            process.destroy();
            process.onExit().join();
        });
        server.close();
    }

    private static Path jar(String module, String name) throws IOException {
        Path target = ROOT.resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Package " + module + " first: no jar in " + target));
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
