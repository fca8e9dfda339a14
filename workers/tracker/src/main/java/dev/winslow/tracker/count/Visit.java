package dev.winslow.tracker.count;

import dev.winslow.tracker.file.TrackPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A vehicle's stay in a region. A vehicle that comes back before it was its own length away from the region has not left it.
 *
 * @param entered whether it was seen to come in; false for one that was inside when it was first seen
 * @param left whether it was seen to go
 */
public record Visit(int trackId, double fromSeconds, double toSeconds, boolean entered, boolean left) {

    public double seconds() {
        return toSeconds - fromSeconds;
    }

    public boolean isComplete() {
        return entered && left;
    }

    public static List<Visit> of(Region region, List<TrackPoint> track) {
        List<Visit> visits = new ArrayList<>();
        double clear = track.getFirst().box().length();
        int first = -1;
        int outside = -1;
        for (int i = 0; i < track.size(); i++) {
            double[] place = track.get(i).reference();
            if (region.holds(place)) {
                first = first < 0 ? i : first;
                outside = -1;
            } else if (first >= 0) {
                outside = outside < 0 ? i : outside;
                if (region.distance(place) >= clear) {
                    visits.add(between(track, first, outside));
                    first = -1;
                    outside = -1;
                }
            }
        }
        if (first >= 0) {
            visits.add(between(track, first, outside));
        }
        return visits;
    }

    /** Outside is where it was first seen outside, or -1 where it never was. */
    private static Visit between(List<TrackPoint> track, int first, int outside) {
        TrackPoint end = outside < 0 ? track.getLast() : track.get(outside);
        return new Visit(end.trackId(), track.get(first).timeSeconds(), end.timeSeconds(), first > 0, outside >= 0);
    }
}
