package dev.winslow.api.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.ExitCodes.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodesTest {
    private static final List<Range> NONE = List.of();

    @Test
    void allowsNoughtWhereThePipelineSaysNothing() {
        ExitCodes codes = ExitCodes.of(NONE, NONE);

        assertThat(codes.allows(0)).isTrue();
        assertThat(codes.allows(1)).isFalse();
        assertThat(codes.sentence(1)).isEqualTo("The stage ended with exit code 1.");
    }

    @Test
    void allowsWhatIsNamedOnly() {
        ExitCodes codes = ExitCodes.of(List.of(new Range(0, 0), new Range(10, 19)), NONE);

        assertThat(codes.allows(0)).isTrue();
        assertThat(codes.allows(19)).isTrue();
        assertThat(codes.allows(20)).isFalse();
        assertThat(codes.sentence(20))
                .isEqualTo("The stage ended with exit code 20, which its pipeline does not allow (only 0, 10-19).");
    }

    @Test
    void allowsAllOthersWhereSomeAreDeniedButForSignals() {
        ExitCodes codes = ExitCodes.of(NONE, List.of(new Range(4, 9)));

        assertThat(codes.allows(3)).isTrue();
        assertThat(codes.allows(4)).isFalse();
        assertThat(codes.allows(139)).isFalse();
        assertThat(codes.sentence(4)).isEqualTo("The stage ended with exit code 4, which its pipeline denies (4-9).");
    }

    @Test
    void deniesWhatIsAllowedToo() {
        ExitCodes codes = ExitCodes.of(List.of(new Range(0, 9)), List.of(new Range(7, 7)));

        assertThat(codes.allows(6)).isTrue();
        assertThat(codes.allows(7)).isFalse();
    }
}
