package dev.winslow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Winslow, and its own worker with stages that do nothing. */
record WinslowChains(String name, TrialSystem system, ServerCalls calls, Path notes) implements ChainSystem {
    private static final String PIPELINE = "bench-chain";

    static WinslowChains begin(Path folder, ChainPlan plan) throws IOException, InterruptedException {
        Path notes = folder.resolve("notes.txt");
        TrialSystem system = TrialSystem.start(
                folder, plan.jvm(), plan.database().winslow(), started -> worker(started, folder, plan, notes));
        ServerCalls calls = system.calls();
        calls.deploy(bpmn(plan.stages()));
        return new WinslowChains("winslow, " + plan.label(), system, calls, notes);
    }

    private static List<String> worker(TrialSystem system, Path folder, ChainPlan plan, Path notes) {
        List<String> command = new ArrayList<>(List.of(StartedProcesses.java()));
        command.addAll(plan.jvm().worker());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                TrialSystem.jar("bench", "winslow-bench"),
                EmptyStages.class.getName(),
                system.address().toString(),
                system.enrolmentToken().toString(),
                String.valueOf(plan.slots()),
                folder.resolve("worker").toString(),
                notes.toString()));
        return command;
    }

    @Override
    public void start(int chains) throws IOException, InterruptedException {
        List<String> projects = new ArrayList<>();
        for (int i = 0; i < chains; i++) {
            projects.add(calls.createProject(PIPELINE));
        }
        for (String project : projects) {
            calls.startRun(project, Map.of());
        }
    }

    @Override
    public StartedProcesses.Started server() {
        return system.server();
    }

    @Override
    public StartedProcesses.Started worker() {
        return system.worker();
    }

    @Override
    public void close() {
        system.close();
    }

    private static String bpmn(int stages) {
        return ChainPlan.bpmn(
                PIPELINE,
                "xmlns:flowable=\"http://flowable.org/bpmn\" xmlns:winslow=\"http://winslow.dev/bpmn\"",
                IntStream.range(0, stages).mapToObj("""
                        <serviceTask id="stage%d" name="Nothing" flowable:type="external-worker" flowable:topic="cpu"><extensionElements>
                          <winslow:stage image="bench/empty:1" retries="0"><winslow:require cpus="1" memory="1MiB"/></winslow:stage>
                        </extensionElements></serviceTask>
                        """::formatted).collect(Collectors.joining()),
                stages);
    }
}
