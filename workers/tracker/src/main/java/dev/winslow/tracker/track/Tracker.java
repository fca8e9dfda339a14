package dev.winslow.tracker.track;

import dev.winslow.tracker.file.Detection;
import dev.winslow.tracker.geometry.Box;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Joins detections to tracks frame by frame, in two passes: first the tracks that are sure of themselves, then the others with what is left
 * (after ByteTrack, Zhang et al. 2022). A blob that covers several vehicles hides them; they go on as predicted until they come apart.
 */
final class Tracker {
    private static final double FORBIDDEN = 1e6;
    private static final double SWOLLEN = 1.6;

    private final int patience;
    private final List<Track> active = new ArrayList<>();
    private final List<Track> ended = new ArrayList<>();

    /** Patience is the number of frames for which a vehicle may stay unseen. */
    Tracker(int patience) {
        this.patience = patience;
    }

    void frame(int frame, double time, List<Detection> detections) {
        active.forEach(Track::predict);
        List<Detection> left = new ArrayList<>(detections);
        List<Track> unmatched = new ArrayList<>();
        pass(active.stream().filter(Track::confirmed).toList(), left, unmatched);
        pass(active.stream().filter(track -> !track.confirmed()).toList(), left, unmatched);
        for (Track track : unmatched) {
            track.miss(frame, time, track.confirmed() && covered(track, detections));
        }
        left.forEach(detection -> active.add(new Track(detection)));
        retire();
    }

    /** What is left at the end, too. */
    List<Track> finish() {
        ended.addAll(active);
        active.clear();
        return ended;
    }

    private void pass(List<Track> tracks, List<Detection> left, List<Track> unmatched) {
        double[][] cost = new double[tracks.size()][left.size()];
        for (int i = 0; i < tracks.size(); i++) {
            for (int j = 0; j < left.size(); j++) {
                cost[i][j] = cost(tracks.get(i), left.get(j));
            }
        }
        int[] pairs = Assignment.solve(cost);
        List<Detection> taken = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            if (pairs[i] < 0 || cost[i][pairs[i]] >= FORBIDDEN) {
                unmatched.add(tracks.get(i));
                continue;
            }
            Detection detection = left.get(pairs[i]);
            taken.add(detection);
            if (swallowsAnother(tracks.get(i), detection, tracks)) {
                tracks.get(i).miss(detection.frame(), detection.timeSeconds(), true);
            } else {
                tracks.get(i).see(detection);
            }
        }
        left.removeAll(taken);
    }

    private static double cost(Track track, Detection detection) {
        Box predicted = track.predicted();
        Box found = detection.box();
        double distance = Math.hypot(predicted.x() - found.x(), predicted.y() - found.y());
        double reach = Math.max(predicted.length(), found.length()) * (track.confirmed() ? 0.7 : 1.0);
        if (distance > reach) {
            return FORBIDDEN;
        }
        return distance / reach + 1 - Box.overlap(predicted.upright(), found.upright());
    }

    private static boolean swallowsAnother(Track track, Detection detection, Collection<Track> tracks) {
        double area = detection.box().length() * detection.box().width();
        return track.confirmed()
                && area > SWOLLEN * track.area()
                && tracks.stream().anyMatch(other -> other != track && other.confirmed() && inside(other, detection));
    }

    private static boolean covered(Track track, List<Detection> detections) {
        return detections.stream().anyMatch(detection -> inside(track, detection));
    }

    private static boolean inside(Track track, Detection detection) {
        Box box = detection.box();
        double dx = track.predicted().x() - box.x();
        double dy = track.predicted().y() - box.y();
        double along = dx * Math.cos(box.heading()) + dy * Math.sin(box.heading());
        double across = -dx * Math.sin(box.heading()) + dy * Math.cos(box.heading());
        return Math.abs(along) <= box.length() / 2 && Math.abs(across) <= box.width() / 2;
    }

    private void retire() {
        List<Track> gone = active.stream()
                .filter(track -> track.misses() > (track.confirmed() ? patience : 1))
                .toList();
        ended.addAll(gone);
        active.removeAll(gone);
    }
}
