package dev.winslow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void printsNumberedLinesOfTheLengthThatIsAskedFor() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        LinePrinter.print(out, 12, 100, 0);

        List<String> lines = out.toString(StandardCharsets.US_ASCII).lines().toList();
        assertThat(lines).hasSize(12).allSatisfy(line -> assertThat(line).hasSize(99));
        assertThat(lines.getLast()).matches("11 \\d{16} frame decoded.*");
    }

    @Test
    void keepsToTheRate() throws IOException {
        long start = System.nanoTime();

        LinePrinter.print(new ByteArrayOutputStream(), 11, 30, 200);

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000L);
    }

    @Test
    void takesPercentilesOfTheDelays() {
        Reading.Seen seen = new Reading.Seen(new long[] {1000, 2000, 3000, 4000, 9000}, 0);

        assertThat(seen.percentileMillis(.5)).isEqualTo(3);
        assertThat(seen.percentileMillis(1)).isEqualTo(9);
        assertThat(new Reading.Seen(new long[0], 0).percentileMillis(.5)).isNaN();
    }

    @Test
    void countsLinesThatAreMissingOrOutOfOrder() throws IOException {
        String log = "t OUT 0 x\nt SYSTEM begun\nt OUT 2 x\nt OUT 1 x\n";

        assertThat(Transcript.faults(new BufferedReader(new StringReader(log)), 4))
                .isEqualTo(3);
        assertThat(Transcript.faults(new BufferedReader(new StringReader("t OUT 0 a b\n")), 1))
                .isZero();
    }
}
