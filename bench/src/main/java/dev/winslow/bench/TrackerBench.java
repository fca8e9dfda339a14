package dev.winslow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speed, memory and accuracy of every stage of the tracker on every clip, beside OpenCV's own background subtraction with a simple tracker. */
@Command(
        name = "tracker",
        mixinStandardHelpOptions = true,
        description = "Speed, memory and accuracy of every stage of the tracker.")
final class TrackerBench implements Callable<Integer> {
    private static final String OURS = "winslow";
    private static final String PEER = "opencv-mog2";
    private static final double MEBI = 1024 * 1024;

    @Option(
            names = "--data",
            description = "A video, or a folder of videos with their truth beside them (default: the demo's clip).")
    private @Nullable Path data;

    @Option(
            names = "--python",
            defaultValue = "python3",
            description = "The Python that has OpenCV, for the peer (default: ${DEFAULT-VALUE}).")
    private String python = "python3";

    @Option(
            names = "--metres-per-pixel",
            paramLabel = "CLIP=METRES",
            description = "The scale of a clip, for its speeds (known of the demo's clip).")
    private Map<String, Double> scales = new HashMap<>(Map.of("junction", 0.1724));

    @Option(names = "--work", description = "Where results stay (default: a folder under target/bench).")
    private @Nullable Path work;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Measurements measurements = new Measurements();
    private final List<String> notes = new ArrayList<>();
    private boolean failed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path place = Optional.ofNullable(data)
                .orElseGet(() -> Bench.home().resolve("demo").resolve("junction.mp4"));
        for (Clip clip : Clip.in(place.toAbsolutePath())) {
            measureOurs(clip);
            measurePeer(clip);
        }
        Bench.report("tracker", measurements, spec);
        notes.forEach(spec.commandLine().getOut()::println);
        return failed ? 1 : 0;
    }

    private void measureOurs(Clip clip) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(folder(clip, OURS));
        say(clip.name());
        for (String stage : List.of(
                "suggest-points", "track-points", "camera", "detect", "track", "lanes", "render", "export", "charts")) {
            if (!measureStage(clip, stage, folder)) {
                return;
            }
            if (stage.equals("suggest-points")) {
                Files.copy(
                        folder.resolve("suggested-points.json"),
                        folder.resolve("reference-points.json"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        evaluate(clip, OURS, folder);
    }

    /** False where the stage ended with an error, which is told. */
    private boolean measureStage(Clip clip, String stage, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(tracker());
        command.add(stage);
        if (List.of("suggest-points", "track-points", "detect", "render", "export")
                .contains(stage)) {
            command.addAll(List.of("--video", clip.video().toString()));
        }
        command.addAll(List.of(
                "--work", folder.toString(), "--out", folder.resolve("out").toString()));
        Path log = folder.resolve(stage + ".log");
        MeasuredProcess run = MeasuredProcess.run(command, environment(clip), folder, log);
        if (run.exitCode() != 0) {
            fail(clip.name() + ": " + stage + " ended with " + run.exitCode() + ": " + lastLine(log));
            return false;
        }
        measurements.add(clip.name() + " " + stage + " time", OURS, run.time().toMillis() / 1000.0, "s");
        measurements.add(clip.name() + " " + stage + " memory", OURS, run.peakBytes() / MEBI, "MiB");
        return true;
    }

    private void measurePeer(Clip clip) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(folder(clip, PEER));
        Path script = folder.resolve("mog2.py");
        try (var source = TrackerBench.class.getResourceAsStream("mog2.py")) {
            Files.write(script, java.util.Objects.requireNonNull(source).readAllBytes());
        }
        Path log = folder.resolve("peer.log");
        MeasuredProcess run;
        try {
            run = MeasuredProcess.run(
                    List.of(python, script.toString(), clip.video().toString(), folder.toString()),
                    Map.of(),
                    folder,
                    log);
        } catch (IOException e) {
            notes.add(clip.name() + ": no peer, because " + python + " cannot be started; install Python 3.");
            return;
        }
        if (run.exitCode() != 0) {
            notes.add(clip.name() + ": no peer: " + lastLine(log)
                    + " (pip install opencv-python-headless scipy, and name that Python by --python)");
            return;
        }
        measurements.add(
                clip.name() + " detect and track time", PEER, run.time().toMillis() / 1000.0, "s");
        measurements.add(clip.name() + " detect and track memory", PEER, run.peakBytes() / MEBI, "MiB");
        evaluate(clip, PEER, folder);
    }

    private void evaluate(Clip clip, String system, Path folder) throws IOException, InterruptedException {
        countVehicles(clip, system, folder);
        if (clip.vehicles().isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(tracker());
        command.addAll(List.of("evaluate", "--truth", clip.vehicles().get().toString()));
        if (system.equals(OURS)) {
            clip.camera().ifPresent(camera -> command.addAll(List.of("--camera-truth", camera.toString())));
        }
        command.addAll(List.of(
                "--work", folder.toString(), "--out", folder.resolve("out").toString()));
        Path log = folder.resolve("evaluate.log");
        if (MeasuredProcess.run(command, environment(clip), folder, log).exitCode() != 0) {
            fail(clip.name() + ": evaluate failed: " + lastLine(log));
            return;
        }
        JsonNode found = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("out").resolve("evaluation.json").toFile());
        for (String measure : List.of("mota", "idf1", "hota", "precision", "recall", "switches")) {
            measurements.add(
                    clip.name() + " " + measure,
                    system,
                    found.at("/tracks/" + measure).asDouble(),
                    "");
        }
        addIfKnown(clip.name() + " speed error", system, found.at("/speedError"), "m/s");
        addIfKnown(clip.name() + " stabilisation error", system, found.at("/stabilisationError"), "px");
    }

    private void addIfKnown(String measure, String system, JsonNode value, String unit) {
        if (value.isNumber()) {
            measurements.add(measure, system, value.asDouble(), unit);
        }
    }

    private void countVehicles(Clip clip, String system, Path folder) throws IOException {
        VehicleCount count = VehicleCount.of(Files.readAllLines(folder.resolve("trajectories.csv")));
        measurements.add(clip.name() + " vehicles", system, count.all(), "");
        measurements.add(clip.name() + " vehicles after the first second", system, count.later(), "");
    }

    private Map<String, String> environment(Clip clip) {
        Double scale = scales.get(clip.name());
        return scale == null ? Map.of() : Map.of("METRES_PER_PIXEL", scale.toString());
    }

    private Path folder(Clip clip, String system) {
        return Optional.ofNullable(work)
                .orElseGet(() -> Bench.home().resolve("target").resolve("bench").resolve("tracker"))
                .toAbsolutePath()
                .resolve(clip.name())
                .resolve(system);
    }

    private static List<String> tracker() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                Bench.home()
                        .resolve("workers/tracker/target/winslow-tracker-"
                                + System.getProperty("winslow.version", "0.1.0") + ".jar")
                        .toString());
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    private void fail(String words) {
        failed = true;
        notes.add(words);
    }

    private void say(String words) {
        spec.commandLine().getErr().println(words);
        spec.commandLine().getErr().flush();
    }
}
