package dev.winslow.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Operaton with its REST interface, and a worker of external-task clients; both are programs of {@code bench/operaton}. */
record OperatonChains(String name, StartedProcesses processes, URI rest, Path notes) implements ChainSystem {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PROCESS = "bench-chain";
    /** The name and the password of who may see its pages. */
    static final String PERSON = "bench";

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    static OperatonChains begin(Path folder, ChainPlan plan, String clients) throws IOException, InterruptedException {
        OperatonChains chains = withoutWorker(folder, plan, clients);
        try {
            chains.processes.start(
                    program(
                            "OperatonWorker",
                            plan.jvm().worker(),
                            List.of(
                                    chains.rest.toString().replaceAll("/$", ""),
                                    String.valueOf(plan.slots()),
                                    clients,
                                    chains.notes.toString())),
                    "worker.log");
            return chains;
        } catch (IOException | RuntimeException e) {
            chains.close();
            throw e;
        }
    }

    /** What is started waits at its first stage. */
    static OperatonChains withoutWorker(Path folder, ChainPlan plan, String clients)
            throws IOException, InterruptedException {
        Path notes = Files.createDirectories(folder).resolve("notes.txt");
        URI address = URI.create("http://127.0.0.1:" + StartedProcesses.freePort());
        StartedProcesses processes = new StartedProcesses(folder);
        OperatonChains chains = new OperatonChains(
                "operaton, " + clients + ", " + plan.label(), processes, address.resolve("/engine-rest/"), notes);
        try {
            processes.start(server(folder, plan, address), "server.log");
            chains.awaitServer();
            chains.deploy(plan.stages());
            return chains;
        } catch (IOException | InterruptedException | RuntimeException e) {
            processes.close();
            throw e;
        }
    }

    private static List<String> server(Path folder, ChainPlan plan, URI address) {
        List<String> settings = new ArrayList<>(plan.database().operaton(folder));
        settings.add("--server.address=127.0.0.1");
        settings.add("--server.port=" + address.getPort());
        // It deploys nothing without; nothing of it happens during the measurement.
        settings.add("--operaton.bpm.admin-user.id=" + PERSON);
        settings.add("--operaton.bpm.admin-user.password=" + PERSON);
        settings.add("--operaton.bpm.generic-properties.properties.history-time-to-live=P1D");
        return program("OperatonServer", plan.jvm().server(), settings);
    }

    private static List<String> program(String name, List<String> jvm, List<String> arguments) {
        Path target = Bench.home().resolve("bench").resolve("operaton").resolve("target");
        List<String> command = new ArrayList<>(List.of(StartedProcesses.java()));
        command.addAll(jvm);
        command.addAll(List.of(
                "-cp",
                target.resolve("winslow-bench-operaton.jar") + ":" + target.resolve("lib") + "/*",
                "dev.winslow.bench.operaton." + name));
        command.addAll(arguments);
        return command;
    }

    private void awaitServer() throws IOException, InterruptedException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try {
                send(HttpRequest.newBuilder(rest.resolve("engine")).build());
                return;
            } catch (IOException away) {
                if (!server().isAlive() || System.nanoTime() > limit) {
                    throw new IOException("Operaton does not answer; server.log beside " + notes + " tells why.", away);
                }
                Thread.sleep(200);
            }
        }
    }

    private void deploy(int stages) throws IOException, InterruptedException {
        String bpmn = ChainPlan.bpmn(
                PROCESS,
                "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"",
                IntStream.range(0, stages).mapToObj("""
                        <serviceTask id="stage%d" name="Nothing" camunda:type="external" camunda:topic="bench"/>
                        """::formatted).collect(Collectors.joining()),
                stages);
        String body = """
                --part
                Content-Disposition: form-data; name="deployment-name"

                bench
                --part
                Content-Disposition: form-data; name="data"; filename="chain.bpmn"
                Content-Type: application/octet-stream

                %s
                --part--
                """.formatted(bpmn).replace("\n", "\r\n");
        send(HttpRequest.newBuilder(rest.resolve("deployment/create"))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @Override
    public void start(int chains) throws IOException, InterruptedException {
        for (int i = 0; i < chains; i++) {
            send(HttpRequest.newBuilder(rest.resolve("process-definition/key/" + PROCESS + "/start"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))
                    .build());
        }
    }

    /** The id of what was deployed. */
    String definition() throws IOException, InterruptedException {
        String answer = send(HttpRequest.newBuilder(rest.resolve("process-definition/key/" + PROCESS))
                .build());
        return ServerCalls.JSON.readTree(answer).path("id").asString();
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(request.uri() + " was answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    @Override
    public StartedProcesses.Started server() {
        return processes.first();
    }

    @Override
    public StartedProcesses.Started worker() {
        return processes.last();
    }

    @Override
    public void close() {
        processes.close();
    }
}
