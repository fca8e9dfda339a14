package dev.winslow.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void leavesOrdinaryTextAsItIs() {
        String text = "grün\t100 % \ud83d\ude97";

        assertThat(CleanText.of(text)).isEqualTo(text);
    }

    @Test
    void showsZerosAndHalvesOfCharactersAsSigns() {
        assertThat(CleanText.of("a\0b\ud83dc")).isEqualTo("a\u2400b\ufffdc");
    }

    @Test
    void keepsOneLineOne() {
        assertThat(CleanText.of("a\nb\rc")).isEqualTo("a b c");
    }

    @Test
    void cutsWhatIsTooLongAndSaysSo() {
        assertThat(CleanText.of("x".repeat(CleanText.LONGEST + 1234)))
                .hasSizeLessThan(CleanText.LONGEST + 100)
                .endsWith("x [cut: 1,234 characters more]");
    }
}
