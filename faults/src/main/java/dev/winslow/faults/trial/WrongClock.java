package dev.winslow.faults.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The wall clock of a program, which jumps when the trial says so (by Debian's libfaketime). Lengths of time it measures rightly, as a real machine does. */
public final class WrongClock {
    private static final String RIGHT = "+0";

    private final Path offset;

    private WrongClock(Path offset) {
        this.offset = offset;
    }

    public static boolean isPossible() {
        return library().isPresent();
    }

    static WrongClock in(Path folder, String program) {
        WrongClock clock = new WrongClock(folder.resolve(program + ".clock"));
        try {
            clock.set(RIGHT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clock;
    }

    /** With which the program is to be started. */
    Map<String, String> environment() {
        return library()
                .map(library -> Map.of(
                        "LD_PRELOAD",
                        library.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        offset.toString(),
                        // Seconds between two looks at the file.
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        // With it, a JVM does not wait at all where it is to wait for a time.
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0"))
                .orElse(Map.of());
    }

    void jump(Duration by) throws IOException {
        set("%+d".formatted(by.toSeconds()));
    }

    void heal() throws IOException {
        set(RIGHT);
    }

    /** In one step, so that nobody reads half of it. */
    private void set(String text) throws IOException {
        Path fresh = offset.resolveSibling(offset.getFileName() + ".new");
        Files.writeString(fresh, text + "\n");
        Files.move(fresh, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<Path> library() {
        Stream<Path> named = Optional.ofNullable(System.getenv("WINSLOW_FAKETIME")).map(Path::of).stream();
        Stream<Path> installed = Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib")
                .map(place -> Path.of(place, "faketime", "libfaketimeMT.so.1"));
        return Stream.concat(named, installed).filter(Files::isRegularFile).findFirst();
    }
}
