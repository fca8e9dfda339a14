package dev.winslow.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server and a worker as {@code ./winslow up} starts them if nothing else is said, but with a program of the measurement. */
final class TrialSystem implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Path data;
    private final URI address;
    private final StartedProcesses processes;

    private TrialSystem(Path data, URI address) {
        this.data = data;
        this.address = address;
        this.processes = new StartedProcesses(data);
    }

    /** Returns when the server answers; the more are settings of the server. */
    static TrialSystem start(Path data, String program, List<String> more) throws IOException, InterruptedException {
        return start(data, more, system -> system.workerThatRuns(program, "local"));
    }

    /** With another worker than usual; its command is made when the server answers. */
    static TrialSystem start(Path data, List<String> more, Function<TrialSystem, List<String>> worker)
            throws IOException, InterruptedException {
        return start(data, Jvm.trial, more, worker);
    }

    static TrialSystem start(Path data, Jvm jvm, List<String> more, Function<TrialSystem, List<String>> worker)
            throws IOException, InterruptedException {
        TrialSystem system = new TrialSystem(
                Files.createDirectories(data.toAbsolutePath()),
                URI.create("http://127.0.0.1:" + StartedProcesses.freePort()));
        try {
            system.startServer(jvm, more);
            system.processes.start(worker.apply(system), "worker.log");
            return system;
        } catch (IOException | InterruptedException | RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** Without a worker. */
    static TrialSystem serverOnly(Path data, List<String> more) throws IOException, InterruptedException {
        TrialSystem system = new TrialSystem(
                Files.createDirectories(data.toAbsolutePath()),
                URI.create("http://127.0.0.1:" + StartedProcesses.freePort()));
        try {
            system.startServer(Jvm.trial, more);
            return system;
        } catch (IOException | InterruptedException | RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** One more, under this name and with a folder of its own. */
    StartedProcesses.Started startWorker(String name, String program) throws IOException {
        return processes.start(workerThatRuns(program, name), name + ".log");
    }

    ServerCalls calls() throws IOException {
        return new ServerCalls(
                address, Files.readString(data.resolve("cli.token")).strip());
    }

    StartedProcesses.Started server() {
        return processes.first();
    }

    StartedProcesses.Started worker() {
        return processes.last();
    }

    ProcessMemory serverMemory() {
        return server().memory();
    }

    double serverSeconds() {
        return server().seconds();
    }

    /** Without the stages, which are processes of their own. */
    double workerSeconds() {
        return worker().seconds();
    }

    private void startServer(Jvm jvm, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(StartedProcesses.java()));
        command.addAll(jvm.server());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Duser.timezone=UTC"));
        more.stream().filter(TrialSystem::isOfJvm).forEach(command::add);
        command.addAll(List.of(
                "-jar",
                jar("ui", "winslow-ui"),
                "--server.address=127.0.0.1",
                "--server.port=" + address.getPort(),
                "--winslow.data=" + data,
                "--winslow.trial=true"));
        more.stream().filter(setting -> !isOfJvm(setting)).forEach(command::add);
        StartedProcesses.Started server = processes.start(command, log());
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!ServerCalls.isHealthy(address)) {
            if (!server.isAlive() || System.nanoTime() > limit) {
                throw new IOException("The server does not answer; " + data.resolve(log()) + " tells why.");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static boolean isOfJvm(String setting) {
        return setting.startsWith("-X");
    }

    private List<String> workerThatRuns(String program, String name) {
        return worker(name, "--program", program);
    }

    /** The file says which program stands for which image. */
    List<String> workerWithPrograms(Path programs, String name) {
        return worker(name, "--programs", programs.toString());
    }

    private List<String> worker(String name, String option, String value) {
        List<String> command = new ArrayList<>(List.of(StartedProcesses.java()));
        command.addAll(Jvm.trial.worker());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar("workers/agent", "winslow-agent"),
                "--join",
                address.toString(),
                "--token-file",
                enrolmentToken().toString(),
                "--name",
                name,
                "--cores",
                "8",
                "--data",
                data.resolve("worker-" + name).toString(),
                option,
                value));
        return command;
    }

    /** Two servers may keep their data in one folder. */
    private String log() {
        return "server-" + address.getPort() + ".log";
    }

    URI address() {
        return address;
    }

    Path enrolmentToken() {
        return data.resolve("enrolment.token");
    }

    /** The worker first, so that it has somebody to say goodbye to. */
    @Override
    public void close() {
        processes.close();
    }

    static String jar(String module, String name) {
        return Bench.home()
                .resolve(module)
                .resolve("target")
                .resolve(name + "-" + System.getProperty("winslow.version", "0.1.0") + ".jar")
                .toString();
    }
}
