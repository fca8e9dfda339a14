package dev.winslow.tracker.count;

import dev.winslow.tracker.file.TrackPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle's centre went over a counting line and did not turn back on it: a vehicle that comes back over the line before it was
 * its own length away from it has not crossed it. So one that stands on a line and trembles counts once at most.
 *
 * @param toRight to the right of the line, as seen from its first point towards its second
 */
public record Crossing(Gate gate, boolean toRight, int trackId, String vehicleClass, double timeSeconds) {

    public static List<Crossing> all(List<Gate> gates, Collection<List<TrackPoint>> tracks) {
        List<Crossing> all = new ArrayList<>();
        tracks.forEach(track -> gates.forEach(gate -> all.addAll(of(gate, track))));
        return all;
    }

    /** Those of one vehicle, in time. */
    static List<Crossing> of(Gate gate, List<TrackPoint> track) {
        List<Crossing> settled = new ArrayList<>();
        double clear = track.getFirst().box().length();
        @Nullable Crossing open = null;
        for (int i = 1; i < track.size(); i++) {
            TrackPoint before = track.get(i - 1);
            TrackPoint here = track.get(i);
            if (gate.isCrossed(before.reference(), here.reference())) {
                Crossing next = between(gate, before, here);
                open = open != null && open.toRight != next.toRight ? null : next;
            }
            if (open != null && gate.distance(here.reference()) >= clear) {
                settled.add(open);
                open = null;
            }
        }
        if (open != null) {
            settled.add(open);
        }
        return settled;
    }

    private static Crossing between(Gate gate, TrackPoint before, TrackPoint here) {
        double share = gate.share(before.reference(), here.reference());
        return new Crossing(
                gate,
                gate.onRight(here.reference()),
                here.trackId(),
                here.vehicleClass(),
                before.timeSeconds() + share * (here.timeSeconds() - before.timeSeconds()));
    }
}
