package dev.winslow.tracker.result;

import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.Scale;
import dev.winslow.tracker.geometry.Homography;
import dev.winslow.tracker.lanes.LanesCommand.Lane;
import dev.winslow.tracker.lanes.LanesCommand.Lanes;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The lanes of {@code lanes.json}, which vehicle drove in which, and how long they are. */
record KnownLanes(List<Lane> lanes, Map<Integer, Integer> laneOfTrack, OptionalDouble kilometres) {

    /** None where that stage did not run. */
    static KnownLanes read(WorkOptions work) {
        if (!Files.exists(work.file("lanes.json"))) {
            return new KnownLanes(List.of(), Map.of(), OptionalDouble.empty());
        }
        List<Lane> lanes = Json.read(work.file("lanes.json"), Lanes.class).lanes();
        Map<Integer, Integer> laneOfTrack = new HashMap<>();
        Csv.read(work.file("lane-assignments.csv"))
                .forEach(row -> laneOfTrack.put(row.integer("track_id"), row.integer("lane_id")));
        OptionalDouble kilometres = lanes.isEmpty()
                ? OptionalDouble.empty()
                : Json.read(work.file("scale.json"), Scale.class)
                        .toMetres()
                        .map(map -> OptionalDouble.of(length(lanes, new Homography(map)) / 1000))
                        .orElse(OptionalDouble.empty());
        return new KnownLanes(lanes, laneOfTrack, kilometres);
    }

    /** Whether a person drew them, instead of the tracker finding them. */
    boolean areDrawn() {
        return lanes.stream().anyMatch(lane -> lane.source().equals("person"));
    }

    private static double length(List<Lane> lanes, Homography toMetres) {
        return lanes.stream().mapToDouble(lane -> length(lane, toMetres)).sum();
    }

    private static double length(Lane lane, Homography toMetres) {
        double length = 0;
        for (int i = 1; i < lane.centre().size(); i++) {
            double[] from = lane.centre().get(i - 1);
            double[] to = lane.centre().get(i);
            double[] here = toMetres.apply(from[0], from[1]);
            double[] there = toMetres.apply(to[0], to[1]);
            length += Math.hypot(there[0] - here[0], there[1] - here[1]);
        }
        return length;
    }
}
