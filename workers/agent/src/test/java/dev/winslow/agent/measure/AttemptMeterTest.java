package dev.winslow.agent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.executor.StageLoad;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.UsageLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptMeterTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:00Z");

    @TempDir
    Path folder;

    @Test
    void hasNothingToTellOfAStageThatNobodyLookedAt() {
        AttemptMeter meter = new AttemptMeter(new AttemptFolder(folder), START);
        meter.begin();

        assertThat(meter.hasMeasured()).isFalse();
    }

    @Test
    void tellsAgainWhatAnEarlierWorkerMeasured() throws IOException {
        AttemptFolder attempt = new AttemptFolder(folder);
        PrivateJson.write(
                attempt.usage(),
                new AttemptUsage(
                        Duration.ofSeconds(3), Duration.ofSeconds(4), UsageLevel.NONE, UsageLevel.NONE, List.of()));

        assertThat(new AttemptMeter(attempt, START).hasMeasured()).isTrue();
    }

    @Test
    void needsASecondLookWhereItDoesNotKnowTheBeginning() throws IOException {
        AttemptMeter meter = new AttemptMeter(new AttemptFolder(folder), START);

        meter.see(new StageLoad(Duration.ofSeconds(9), 1 << 20), List.of(), START.plusSeconds(1));

        assertThat(meter.hasMeasured()).isFalse();
    }
}
