package dev.winslow.tracker.count;

/**
 * A film cut into at most twelve intervals of whole seconds, the last one possibly shorter.
 *
 * @param seconds how long each is
 */
public record Intervals(double seconds, int count, double durationSeconds) {
    private static final int MOST = 12;

    public static Intervals of(double durationSeconds) {
        double seconds = Math.max(1, Math.ceil(durationSeconds / MOST));
        int count = (int) Math.ceil(Math.max(durationSeconds, 1) / seconds);
        return new Intervals(seconds, count, Math.max(durationSeconds, 1));
    }

    /** The interval that a time falls into; what comes after the end belongs to the last. */
    public int index(double timeSeconds) {
        return Math.clamp((int) (timeSeconds / seconds), 0, count - 1);
    }

    public double start(int index) {
        return index * seconds;
    }

    public double end(int index) {
        return Math.min(durationSeconds, start(index) + seconds);
    }
}
