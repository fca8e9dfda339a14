package dev.winslow.bench;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;

/** A stage that prints numbered lines, each with the microsecond at which it was printed: as fast as it can, or so many a second. */
final class LinePrinter {
    private static final int AT_ONCE = 1 << 16;

    private LinePrinter() {}

    /** How many lines, of how many characters, and how many a second at most (0: no limit). */
    public static void main(String[] arguments) throws IOException {
        print(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), AT_ONCE),
                Long.parseLong(arguments[0]),
                Integer.parseInt(arguments[1]),
                Long.parseLong(arguments[2]));
    }

    static void print(OutputStream out, long lines, int length, long perSecond) throws IOException {
        byte[] filler = " frame decoded, vehicles counted, nothing of note;"
                .repeat(length / 50 + 1)
                .getBytes(StandardCharsets.US_ASCII);
        long start = System.nanoTime();
        for (long number = 0; number < lines; number++) {
            if (perSecond > 0 && isEarly(start + number * 1_000_000_000 / perSecond)) {
                out.flush();
                awaitExactly(start + number * 1_000_000_000 / perSecond);
            }
            byte[] head = (number + " " + micros()).getBytes(StandardCharsets.US_ASCII);
            out.write(head);
            out.write(filler, 0, Math.max(0, length - 1 - head.length));
            out.write('\n');
        }
        out.flush();
    }

    /** Whether the line's time has not come yet. */
    private static boolean isEarly(long at) {
        return System.nanoTime() < at;
    }

    private static void awaitExactly(long at) {
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
