package dev.winslow.faults.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of a JVM, which the trial makes jump while it runs. */
class WrongClockIT {
    private static final String PROGRAM = """
            public class Clock {
                public static void main(String[] none) throws Exception {
                    while (true) {
                        System.out.println(System.currentTimeMillis());
                        Thread.sleep(100);
                    }
                }
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void jumpsAheadAndBackInARunningProgram() throws Exception {
        assumeTrue(WrongClock.isPossible(), "apt-get install libfaketime");
        Path source = Files.writeString(folder.resolve("Clock.java"), PROGRAM);
        WrongClock clock = WrongClock.in(folder, "program");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString());
        builder.environment().putAll(clock.environment());
        Process program = builder.start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            patiently("the right time").until(() -> Math.abs(offBySeconds(said)) < 5);

            clock.jump(Duration.ofSeconds(80));
            patiently("a time ahead").until(() -> Math.abs(offBySeconds(said) - 80) < 5);

            clock.jump(Duration.ofSeconds(-80));
            patiently("a time ago").until(() -> Math.abs(offBySeconds(said) + 80) < 5);

            clock.heal();
            patiently("the right time again").until(() -> Math.abs(offBySeconds(said)) < 5);
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor()).isNotZero();
    }

    /** A program may take long to begin where others build. */
    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what).atMost(Duration.ofMinutes(1));
    }

    private static long offBySeconds(BufferedReader said) throws IOException {
        String line = said.readLine();
        while (said.ready()) {
            line = said.readLine();
        }
        return Duration.between(Instant.now(), Instant.ofEpochMilli(Long.parseLong(line)))
                .toSeconds();
    }
}
