package dev.winslow.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** How many lines a second come through, how long each takes to a reader, and what that costs the server, beside a plain file. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Lines a second, delay and server memory of logs, beside writing the same lines to a file.")
final class LogsBench implements Callable<Integer> {
    private static final String OURS = "winslow";
    private static final String PEER = "file";
    private static final String PIPELINE = "bench-lines";
    private static final int PAGES = 50;

    @Option(names = "--lines", defaultValue = "1000000", description = "Of the loud stage (default: ${DEFAULT-VALUE}).")
    private long lines;

    @Option(names = "--length", defaultValue = "100", description = "Bytes of its lines (default: ${DEFAULT-VALUE}).")
    private int length;

    @Option(names = "--readers", defaultValue = "10", description = "Of the quiet stage (default: ${DEFAULT-VALUE}).")
    private int readers;

    @Option(
            names = "--server",
            description = "A setting of the server such as --spring.datasource.url=...; may be repeated.")
    private List<String> settings = List.of();

    @Option(names = "--work", description = "The data folder (default: a new one below target/bench).")
    private @Nullable Path work;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Measurements measurements = new Measurements();
    private long faults;

    @Override
    public Integer call() throws Exception {
        Path folder = work == null ? freshFolder() : work;
        measureFile(folder.resolve("peer.log"));
        String program = "bench/lines:1=" + StartedProcesses.java() + " -Xmx64m -XX:+UseSerialGC -cp "
                + TrialSystem.jar("bench", "winslow-bench") + " " + LinePrinter.class.getName();
        List<String> more = new ArrayList<>(settings);
        more.add("--winslow.log-archive-interval=PT1S");
        try (TrialSystem system = TrialSystem.start(folder, program, more);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            ServerCalls server = system.calls();
            server.deploy(BPMN);
            // Once before, for a server that has just started compiles what it runs.
            read(server, threads, start(server, 500, 60, 50), 1).getFirst().get();
            measureDelay("alone", server, threads);
            String loud = measureVolume(system, server, threads);
            measurePages("from the database or the archive", server, loud);
            awaitArchive(folder);
            measurePages("from the archive", server, loud);
            measureSearch(server, loud);
            measurements.add("server memory, peak", OURS, system.serverMemory().peakMebibytes(), "MiB");
        }
        Bench.report("logs", measurements, spec);
        spec.commandLine()
                .getOut()
                .println(faults == 0 ? "No line was lost." : faults + " LINES WERE LOST OR CAME OUT OF ORDER.");
        return faults == 0 ? 0 : 1;
    }

    private static Path freshFolder() throws IOException {
        Path place = Files.createDirectories(Bench.home().resolve("target").resolve("bench"));
        return Files.createTempDirectory(place, "logs-");
    }

    /** The stage's own loop with a file behind it, once to warm up. */
    private void measureFile(Path file) throws IOException {
        for (boolean warm : new boolean[] {false, true}) {
            long start = System.nanoTime();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                LinePrinter.print(out, lines, length, 0);
            }
            if (warm) {
                addSpeed("loud stage", PEER, System.nanoTime() - start);
            }
        }
        Files.delete(file);
    }

    private void addSpeed(String measure, String system, long nanos) {
        double seconds = nanos / 1e9;
        measurements.add(measure + ", lines", system, lines / seconds, "1/s");
        measurements.add(measure + ", bytes", system, lines * (double) length / seconds / 1e6, "MB/s");
    }

    /** A line every 20 ms for ten seconds, and several who read along. */
    private void measureDelay(String when, ServerCalls server, ExecutorService threads) throws Exception {
        addDelay(when, read(server, threads, start(server, 500, 60, 50), readers));
    }

    private void addDelay(String when, List<Future<Reading.Seen>> seen) throws Exception {
        List<Reading.Seen> all = new ArrayList<>();
        for (Future<Reading.Seen> each : seen) {
            all.add(each.get());
        }
        long[] delays = all.stream()
                .flatMapToLong(each -> Arrays.stream(each.delaysMicros()))
                .sorted()
                .toArray();
        Reading.Seen together = new Reading.Seen(delays, 0);
        faults += all.stream()
                .mapToLong(each -> each.faults() + Math.abs(500 - each.lines()))
                .sum();
        measurements.add(
                "print to " + readers + " readers, " + when + ", p50", OURS, together.percentileMillis(.5), "ms");
        measurements.add(
                "print to " + readers + " readers, " + when + ", p99", OURS, together.percentileMillis(.99), "ms");
        measurements.add(
                "print to " + readers + " readers, " + when + ", longest", OURS, together.percentileMillis(1), "ms");
    }

    /** The loud stage, while the quiet one goes on beside it. Answers the loud one's attempt. */
    private String measureVolume(TrialSystem system, ServerCalls server, ExecutorService threads) throws Exception {
        double before = system.serverMemory().nowMebibytes();
        double serverSeconds = system.serverSeconds();
        double workerSeconds = system.workerSeconds();
        long start = System.nanoTime();
        String loud = start(server, lines, length, 0);
        List<Future<Reading.Seen>> quietly = read(server, threads, start(server, 500, 60, 50), readers);
        String newest = "/api/v1/attempts/" + loud + "/log?from=-1&count=1";
        while (!server.get(newest).path("ended").asBoolean()) {
            Thread.sleep(100);
        }
        addSpeed("loud stage", OURS, System.nanoTime() - start);
        measurements.add("loud stage, processor time of the server", OURS, system.serverSeconds() - serverSeconds, "s");
        measurements.add("loud stage, processor time of the worker", OURS, system.workerSeconds() - workerSeconds, "s");
        addDelay("beside the loud stage", quietly);
        measurements.add("server memory, before", OURS, before, "MiB");
        measurements.add("server memory, after", OURS, system.serverMemory().nowMebibytes(), "MiB");
        faults += Transcript.faults(server, loud, lines);
        return loud;
    }

    private void measurePages(String where, ServerCalls server, String attempt)
            throws IOException, InterruptedException {
        Random random = new Random(7);
        long[] micros = new long[PAGES];
        for (int i = 0; i < PAGES; i++) {
            long from = random.nextLong(lines - 500);
            long start = System.nanoTime();
            JsonNode page = server.get("/api/v1/attempts/" + attempt + "/log?count=500&from=" + from);
            micros[i] = (System.nanoTime() - start) / 1000;
            faults += 500 - page.path("lines").size();
        }
        Arrays.sort(micros);
        measurements.add("a page of 500 lines " + where + ", p50", OURS, micros[PAGES / 2] / 1000.0, "ms");
        measurements.add("a page of 500 lines " + where + ", longest", OURS, micros[PAGES - 1] / 1000.0, "ms");
    }

    /** Only where the server keeps the objects itself, in the folder. */
    private static void awaitArchive(Path folder) throws IOException, InterruptedException {
        Path storage = folder.resolve("storage");
        while (Files.isDirectory(storage) && archives(storage) < 3) {
            Thread.sleep(500);
        }
        Thread.sleep(2000);
    }

    private static long archives(Path storage) throws IOException {
        try (Stream<Path> files = Files.walk(storage)) {
            return files.filter(file -> file.toString().endsWith(".log.gz")).count();
        }
    }

    /** A line that is there once, near the end. */
    private void measureSearch(ServerCalls server, String attempt) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long next = 0;
        long found = 0;
        JsonNode answer;
        do {
            answer = server.get(
                    "/api/v1/attempts/" + attempt + "/log/search?pattern=%5E" + (lines - 1) + "+%5Cd&from=" + next);
            next = answer.path("next").asLong();
            found += answer.path("lines").size();
        } while (next < answer.path("total").asLong());
        measurements.add("search of the whole log", OURS, (System.nanoTime() - start) / 1e9, "s");
        faults += 1 - found;
    }

    private static String start(ServerCalls server, long lines, int length, int perSecond)
            throws IOException, InterruptedException {
        return server.attemptOf(
                PIPELINE,
                Map.of(
                        "LINES",
                        String.valueOf(lines),
                        "LENGTH",
                        String.valueOf(length),
                        "RATE",
                        String.valueOf(perSecond)));
    }

    private static List<Future<Reading.Seen>> read(
            ServerCalls server, ExecutorService threads, String attempt, int many) {
        return Stream.generate(() -> threads.submit(new Reading(server, attempt)))
                .limit(many)
                .toList();
    }

    private static final String BPMN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                xmlns:winslow="http://winslow.dev/bpmn" targetNamespace="http://winslow.dev/bench">
              <process id="bench-lines" name="Lines" isExecutable="true">
                <startEvent id="start"/>
                <serviceTask id="print" name="Print" flowable:type="external-worker" flowable:topic="cpu"><extensionElements>
                  <winslow:stage image="bench/lines:1" retries="0">
                    <winslow:arg>${LINES}</winslow:arg><winslow:arg>${LENGTH}</winslow:arg><winslow:arg>${RATE}</winslow:arg>
                    <winslow:require cpus="1" memory="64MiB"/>
                    <winslow:progress pattern="(?&lt;subject&gt;\\w+): (?&lt;percent&gt;[\\d.]+) ?%"/>
                    <winslow:warn pattern="(?i)(^|[^a-z])warn"/>
                  </winslow:stage>
                </extensionElements></serviceTask>
                <endEvent id="end"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="print"/>
                <sequenceFlow id="b" sourceRef="print" targetRef="end"/>
              </process>
            </definitions>
            """;
}
