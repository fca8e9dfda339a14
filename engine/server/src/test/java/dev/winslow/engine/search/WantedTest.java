package dev.winslow.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WantedTest {
    @Test
    void takesAllWordsInAnyOrderAndCase() {
        Wanted wanted = Wanted.of("  Junction ELM ");

        assertThat(wanted.isIn("Elm street, junction 4")).isTrue();
        assertThat(wanted.isIn("Elm street")).isFalse();
        assertThat(wanted.isPartlyIn("Elm street")).isTrue();
    }

    @Test
    void prefersWhatBeginsSo() {
        Wanted wanted = Wanted.of("track");

        assertThat(wanted.rank("Track vehicles")).isZero();
        assertThat(wanted.rank("Vehicle tracking")).isEqualTo(1);
        assertThat(wanted.rank("Backtracking")).isEqualTo(2);
        assertThat(wanted.rank("Detect")).isEqualTo(3);
    }

    @Test
    void looksForTheLongestWordWithEveryCharacterForItself() {
        assertThat(Wanted.of("a 100%_!").pattern()).isEqualTo("%100!%!_!!%");
        assertThat(Wanted.of("   ").isNothing()).isTrue();
    }
}
