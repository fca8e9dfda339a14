package dev.winslow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Two hundred faults, as {@code ./winslow faults} makes them; a longer soak is for the command line. */
class FaultsIT {
    @Test
    void loseNothing() {
        StringWriter said = new StringWriter();

        int code = new CommandLine(new Faults())
                .setOut(new PrintWriter(said))
                .execute("--seed", "1", "--count", "200", "--round", "40");

        said.toString().lines().filter(FaultsIT::isSummary).forEach(System.out::println);
        assertThat(code).as("%s", said).isZero();
    }

    /** How many faults of each kind there were, and what was looked at after each round. */
    private static boolean isSummary(String line) {
        return line.contains("Seed") || line.contains("Looked") || line.contains("nothing lost");
    }
}
