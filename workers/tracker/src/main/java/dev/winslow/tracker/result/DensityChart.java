package dev.winslow.tracker.result;

import dev.winslow.tracker.count.Intervals;
import dev.winslow.tracker.count.Presence;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.TrackPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many vehicles there are at a time: on each kilometre of lane where lanes and their lengths are known, or else in the picture. */
final class DensityChart {
    private DensityChart() {}

    static void write(Map<Integer, List<TrackPoint>> tracks, Intervals intervals, KnownLanes lanes, Path folder) {
        double[] all = Presence.mean(tracks.values(), intervals);
        double[] onLanes = Presence.mean(
                tracks.entrySet().stream()
                        .filter(track -> lanes.laneOfTrack().containsKey(track.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toList()),
                intervals);
        boolean known = lanes.kilometres().orElse(0) > 0;
        List<BarChart.Bar> bars = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            double perKilometre = known ? onLanes[i] / lanes.kilometres().getAsDouble() : 0;
            bars.add(new BarChart.Bar(Csv.row("%.0f", intervals.start(i)), known ? perKilometre : all[i]));
            String lane = known ? Csv.row("%.3f,%.3f", onLanes[i], perKilometre) : ",";
            rows.add(Csv.row("%.0f,%.3f,%s", intervals.start(i), all[i], lane));
        }
        BarChart.write(
                folder.resolve("density.svg"),
                known
                        ? Csv.row(
                                "Density on %.2f km of lanes, means of %.0f s",
                                lanes.kilometres().getAsDouble(), intervals.seconds())
                        : Csv.row("Vehicles in the picture at a time, means of %.0f s", intervals.seconds()),
                "Time in s",
                known ? "Vehicles per kilometre of lane" : "Vehicles",
                bars);
        Csv.write(folder.resolve("density.csv"), "time_s,vehicles,vehicles_on_lanes,vehicles_per_km", rows.stream());
    }
}
