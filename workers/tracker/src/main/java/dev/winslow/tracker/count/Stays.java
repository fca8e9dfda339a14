package dev.winslow.tracker.count;

import dev.winslow.tracker.file.TrackPoint;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** What happened in a region. */
public record Stays(Region region, List<Visit> visits) {

    public static Stays in(Region region, Collection<List<TrackPoint>> tracks) {
        return new Stays(
                region,
                tracks.stream()
                        .flatMap(track -> Visit.of(region, track).stream())
                        .toList());
    }

    public long vehicles() {
        return visits.stream().mapToInt(Visit::trackId).distinct().count();
    }

    public long entries() {
        return visits.stream().filter(Visit::entered).count();
    }

    public long exits() {
        return visits.stream().filter(Visit::left).count();
    }

    /** Of the visits that were seen from entry to exit. */
    public OptionalDouble meanSeconds() {
        return visits.stream()
                .filter(Visit::isComplete)
                .mapToDouble(Visit::seconds)
                .average();
    }

    /** Of the visits that were seen from entry to exit. */
    public OptionalDouble longestSeconds() {
        return visits.stream()
                .filter(Visit::isComplete)
                .mapToDouble(Visit::seconds)
                .max();
    }

    /** Of all vehicles together, also those that were seen for a part of their stay only. */
    public double vehicleSeconds() {
        return visits.stream().mapToDouble(Visit::seconds).sum();
    }
}
