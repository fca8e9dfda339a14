package dev.winslow.ui.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.Requirements;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineWordsTest {
    @Test
    void saysWhatAStageNeedsInTheUnitsOfAuthors() {
        assertThat(PipelineWords.needs(new Requirements(1, 1L << 30, 0, Set.of())))
                .isEqualTo("1 core, 1 GiB");
        assertThat(PipelineWords.needs(new Requirements(1.5, 3L << 29, 2, Set.of("fast", "cuda"))))
                .isEqualTo("1.5 cores, 1.5 GiB, 2 GPUs, cuda, fast");
        assertThat(PipelineWords.needs(new Requirements(16, 512L << 20, 1, Set.of())))
                .isEqualTo("16 cores, 512 MiB, 1 GPU");
    }
}
