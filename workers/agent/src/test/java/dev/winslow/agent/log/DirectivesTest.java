package dev.winslow.agent.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DirectivesTest {
    private final Directives directives = new Directives();

    @Test
    void takesTheNewestValueAsItStands() {
        see("winslow:set path=C:\\temp", "winslow:set path=C:\\temp\\new = x ");

        assertThat(directives.variables()).containsOnly(entry("path", "C:\\temp\\new = x "));
        assertThat(directives.faults(0)).isEmpty();
    }

    @Test
    void tellsOfLinesThatSetNothing() {
        see("winslow:set 1x=5", "winslow:set nothing", "winslow:set =5");

        assertThat(directives.variables()).isEmpty();
        assertThat(directives.faults(0))
                .hasSize(3)
                .allSatisfy(fault -> assertThat(fault).contains("Expected winslow:set NAME=value"));
    }

    @Test
    void doesNotTellTheSameOfEachFrame() {
        for (int i = 0; i < 1000; i++) {
            see("winslow:set nothing");
        }

        assertThat(directives.faults(0)).hasSize(100);
    }

    private void see(String... texts) {
        for (String text : texts) {
            directives.see(new LogLine(0, Instant.EPOCH, LogStream.OUT, text));
        }
    }
}
