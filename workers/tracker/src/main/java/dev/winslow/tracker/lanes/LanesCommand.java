package dev.winslow.tracker.lanes;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.ReferencePoints;
import dev.winslow.tracker.file.TrackPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes a person's lanes, or finds lanes in the tracks: vehicles that went the same way, side by side no further than a vehicle is wide. */
@Command(name = "lanes", description = "Finds lanes and says which vehicle drove in which.")
public final class LanesCommand implements Runnable {
    private static final int FEWEST_VEHICLES = 2;
    private static final double LARGEST_OFFSET_WIDTHS = 1.2;

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A lane as {@code lanes.json} holds it; centre in pixels of the reference frame. */
    public record Lane(int id, String name, String source, List<double[]> centre, int vehicles) {}

    /** {@code lanes.json}. */
    public record Lanes(List<Lane> lanes) {}

    @Override
    public void run() {
        ReferencePoints reference = Json.read(work.file("reference-points.json"), ReferencePoints.class);
        Map<Integer, List<TrackPoint>> tracks = TrackPoint.read(work.file("trajectories.csv")).stream()
                .collect(Collectors.groupingBy(TrackPoint::trackId, TreeMap::new, Collectors.toList()));
        double width = tracks.values().stream()
                .mapToDouble(track -> track.getFirst().box().width())
                .average()
                .orElse(1);
        List<CentreLine> lines = fromPerson(reference).orElseGet(() -> LaneFinder.find(tracks.values(), width));
        Map<Integer, Integer> laneOfTrack = new HashMap<>();
        List<String> rows = new ArrayList<>();
        ProgressPrinter progress =
                new ProgressPrinter("tracks", tracks.size(), spec.commandLine().getOut());
        tracks.forEach((id, track) -> {
            nearest(lines, track, LARGEST_OFFSET_WIDTHS * width).ifPresent(lane -> {
                laneOfTrack.put(id, lane);
                track.forEach(point -> rows.add(Csv.row(
                        "%d,%d,%d,%.2f",
                        point.frame(), id, lane, lines.get(lane - 1).offset(point.reference()))));
            });
            progress.at(id);
        });
        String source = reference.lanes() == null || reference.lanes().isEmpty() ? "tracks" : "person";
        Json.write(work.file("lanes.json"), new Lanes(lanes(lines, laneOfTrack, source)));
        Csv.write(work.file("lane-assignments.csv"), "frame,track_id,lane_id,lateral_px", rows.stream());
        progress.end();
        spec.commandLine().getOut().printf("%d lanes%n", lines.size());
    }

    private static List<Lane> lanes(List<CentreLine> lines, Map<Integer, Integer> laneOfTrack, String source) {
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int id = i + 1;
            int vehicles = (int)
                    laneOfTrack.values().stream().filter(lane -> lane == id).count();
            lanes.add(new Lane(id, lines.get(i).name(), source, lines.get(i).points(), vehicles));
        }
        return lanes;
    }

    private static Optional<List<CentreLine>> fromPerson(ReferencePoints reference) {
        return Optional.ofNullable(reference.lanes())
                .filter(lanes -> !lanes.isEmpty())
                .map(lanes -> lanes.stream()
                        .map(lane -> new CentreLine(lane.name(), lane.points()))
                        .toList());
    }

    /** The lane whose line the track follows closest, in its direction; numbers count from 1. */
    private static Optional<Integer> nearest(List<CentreLine> lines, List<TrackPoint> track, double most) {
        int best = -1;
        double least = most;
        for (int i = 0; i < lines.size(); i++) {
            double distance = lines.get(i).distance(track);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best + 1);
    }

    static int fewestVehicles() {
        return FEWEST_VEHICLES;
    }
}
