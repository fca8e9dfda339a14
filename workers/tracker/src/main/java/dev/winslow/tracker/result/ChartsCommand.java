package dev.winslow.tracker.result;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.count.Counts;
import dev.winslow.tracker.count.Crossing;
import dev.winslow.tracker.count.Gate;
import dev.winslow.tracker.count.Intervals;
import dev.winslow.tracker.count.Region;
import dev.winslow.tracker.count.Stays;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.Drawn;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.file.VideoInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Draws charts, each with a table of the same name. */
@Command(name = "charts", description = "Draws charts of the trajectories.")
public final class ChartsCommand implements Runnable {
    private static final double SPEED_BIN_KMH = 5;

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        VideoInfo info = Json.read(work.file("video.json"), VideoInfo.class);
        Map<Integer, List<TrackPoint>> tracks = TrackPoint.read(work.file("trajectories.csv")).stream()
                .collect(Collectors.groupingBy(TrackPoint::trackId, TreeMap::new, Collectors.toList()));
        PlacePicture place = new PlacePicture(info, work.file("reference-frame.jpg"));
        Intervals intervals = Intervals.of(info.durationSeconds());
        Drawn drawn = Drawn.read(work.file("reference-points.json"));
        KnownLanes lanes = KnownLanes.read(work);
        MapCharts maps = new MapCharts(place, folder());
        List<Runnable> charts = List.of(
                () -> maps.trajectories(tracks),
                () -> maps.heatMap(tracks.values()),
                () -> speeds(tracks),
                () -> flow(tracks, intervals),
                () -> DensityChart.write(tracks, intervals, lanes, folder()),
                () -> new HotSpotChart(place).write(tracks.values(), lanes, folder()),
                () -> lines(drawn, tracks.values(), place, intervals),
                () -> regions(drawn, tracks.values(), place));
        ProgressPrinter progress =
                new ProgressPrinter("charts", charts.size(), spec.commandLine().getOut());
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).run();
            progress.at(i + 1);
        }
        progress.end();
    }

    private void lines(Drawn drawn, Collection<List<TrackPoint>> tracks, PlacePicture place, Intervals intervals) {
        List<Gate> gates = drawn.lines().stream()
                .map(line -> new Gate(
                        line.name(), line.points().getFirst(), line.points().getLast()))
                .toList();
        Counts counts = new Counts(gates, Crossing.all(gates, tracks));
        if (!gates.isEmpty()) {
            new CountCharts(counts, intervals).write(folder(), classes(tracks));
            LineChart.write(place, counts, folder());
        }
        if (gates.size() > 1) {
            MovementCharts.betweenLines(counts, folder());
        } else {
            MovementCharts.betweenSides(tracks, place.info(), folder());
        }
    }

    private void regions(Drawn drawn, Collection<List<TrackPoint>> tracks, PlacePicture place) {
        if (!drawn.regions().isEmpty()) {
            List<Stays> stays = drawn.regions().stream()
                    .map(shape -> Stays.in(new Region(shape.name(), shape.points()), tracks))
                    .toList();
            RegionCharts.write(place, stays, folder());
        }
    }

    /** The classes of this film's vehicles; the unknown one where there are no vehicles. */
    private static SortedSet<String> classes(Collection<List<TrackPoint>> tracks) {
        SortedSet<String> classes = tracks.stream()
                .flatMap(List::stream)
                .map(TrackPoint::vehicleClass)
                .collect(Collectors.toCollection(TreeSet::new));
        return classes.isEmpty() ? new TreeSet<>(Set.of("vehicle")) : classes;
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
    private void flow(Map<Integer, List<TrackPoint>> tracks, Intervals intervals) {
        int[] counts = new int[intervals.count()];
        tracks.values().forEach(track -> counts[intervals.index(track.getFirst().timeSeconds())]++);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bars.add(new BarChart.Bar(Csv.row("%.0f", intervals.start(i)), counts[i]));
        }
        write(
                "flow",
                Csv.row("New vehicles in each %.0f s", intervals.seconds()),
                "Time in s",
                "Vehicles",
                "time_s,vehicles",
                bars);
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
