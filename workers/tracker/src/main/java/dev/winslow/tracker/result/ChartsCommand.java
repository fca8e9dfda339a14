package dev.winslow.tracker.result;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.file.VideoInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Draws charts, each with a table of the same name. */
@Command(name = "charts", description = "Draws charts of the trajectories.")
public final class ChartsCommand implements Runnable {
    private static final double SPEED_BIN_KMH = 5;
    private static final int FLOW_BINS = 12;

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        VideoInfo info = Json.read(work.file("video.json"), VideoInfo.class);
        Map<Integer, List<TrackPoint>> tracks = TrackPoint.read(work.file("trajectories.csv")).stream()
                .collect(Collectors.groupingBy(TrackPoint::trackId, TreeMap::new, Collectors.toList()));
        ProgressPrinter progress =
                new ProgressPrinter("charts", 5, spec.commandLine().getOut());
        MapCharts maps = new MapCharts(info, work.file("reference-frame.jpg"), folder());
        maps.trajectories(tracks);
        progress.at(1);
        maps.heatMap(tracks.values());
        progress.at(2);
        speeds(tracks);
        progress.at(3);
        flow(tracks, info.durationSeconds());
        progress.at(4);
        movements(tracks, info);
        progress.end();
    }

    private Path folder() {
        return work.result("charts");
    }

    private void speeds(Map<Integer, List<TrackPoint>> tracks) {
        TreeMap<Integer, Integer> bins = new TreeMap<>();
        tracks.values()
                .forEach(track -> track.stream()
                        .flatMap(point -> point.metres().stream())
                        .mapToDouble(metres -> metres.speed() * 3.6)
                        .average()
                        .ifPresent(mean -> bins.merge((int) (mean / SPEED_BIN_KMH), 1, Integer::sum)));
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int bin = 0; !bins.isEmpty() && bin <= bins.lastKey(); bin++) {
            bars.add(new BarChart.Bar(
                    Csv.row("%.0f-%.0f", bin * SPEED_BIN_KMH, (bin + 1) * SPEED_BIN_KMH), bins.getOrDefault(bin, 0)));
        }
        String title =
                bars.isEmpty() ? "Mean speeds (no scale is known: give metres per pixel)" : "Mean speeds of vehicles";
        write("speed-histogram", title, "Speed in km/h", "Vehicles", "speed_kmh,vehicles", bars);
    }

    /** A vehicle counts when it is first seen. */
    private void flow(Map<Integer, List<TrackPoint>> tracks, double duration) {
        double seconds = Math.max(1, Math.ceil(duration / FLOW_BINS));
        int[] counts = new int[(int) Math.ceil(Math.max(duration, 1) / seconds) + 1];
        tracks.values().forEach(track -> counts[(int) (track.getFirst().timeSeconds() / seconds)]++);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length - 1; i++) {
            bars.add(new BarChart.Bar(Csv.row("%.0f", i * seconds), counts[i]));
        }
        write(
                "flow",
                Csv.row("New vehicles in each %.0f s", seconds),
                "Time in s",
                "Vehicles",
                "time_s,vehicles",
                bars);
    }

    private void movements(Map<Integer, List<TrackPoint>> tracks, VideoInfo info) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        tracks.values()
                .forEach(track -> counts.merge(
                        side(track.getFirst().reference(), info) + " to "
                                + side(track.getLast().reference(), info),
                        1,
                        Integer::sum));
        List<BarChart.Bar> bars = counts.entrySet().stream()
                .map(entry -> new BarChart.Bar(entry.getKey(), entry.getValue()))
                .toList();
        write(
                "movements",
                "Vehicles by movement across the picture",
                "From side to side",
                "Vehicles",
                "movement,vehicles",
                bars);
    }

    /** The side of the picture that a place lies nearest to. */
    private static String side(double[] place, VideoInfo info) {
        double x = place[0] / info.width();
        double y = place[1] / info.height();
        double least = Math.min(Math.min(x, 1 - x), Math.min(y, 1 - y));
        if (least == x) {
            return "left";
        }
        if (least == 1 - x) {
            return "right";
        }
        return least == y ? "top" : "bottom";
    }

    private void write(
            String name, String title, String horizontal, String vertical, String header, List<BarChart.Bar> bars) {
        BarChart.write(folder().resolve(name + ".svg"), title, horizontal, vertical, bars);
        Csv.write(
                folder().resolve(name + ".csv"),
                header,
                bars.stream().map(bar -> Csv.row("%s,%.0f", bar.label(), bar.value())));
    }
}
