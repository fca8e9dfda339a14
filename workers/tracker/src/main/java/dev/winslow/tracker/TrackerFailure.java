package dev.winslow.tracker;

/** Something that the person who started the stage can mend. The message says what is wrong and what to do. */
public final class TrackerFailure extends RuntimeException {
    /** Why a stage can fail, with its exit code. */
    public enum Cause {
        UNREADABLE_VIDEO(10),
        VIDEO_ENDS_EARLY(11),
        BAD_INPUT_FILE(12),
        CAMERA_MOVES_TOO_MUCH(13),
        NOTHING_FOUND(14);

        private final int exitCode;

        Cause(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Cause reason;

    public TrackerFailure(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
