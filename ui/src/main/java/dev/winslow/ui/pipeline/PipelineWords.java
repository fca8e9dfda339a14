package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.stage.Requirements;
import dev.winslow.api.task.TaskForm;
import dev.winslow.ui.language.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What pipelines say, as people read it. */
final class PipelineWords {
    private static final long KIBI = 1024;

    private PipelineWords() {}

    /** What a stage needs, such as {@code 2 cores, 8 GiB, 1 GPU, cuda}. */
    static String needs(Requirements needs) {
        List<String> words = new ArrayList<>();
        words.add(needs.cores() == 1 ? t("1 core") : t("{0} cores", plain(needs.cores())));
        words.add(memory(needs.memoryBytes()));
        if (needs.gpus() > 0) {
            words.add(count(needs.gpus(), "1 GPU", "{0} GPUs"));
        }
        words.addAll(new TreeSet<>(needs.tags()));
        return String.join(", ", words);
    }

    /** In the unit that an author would write. */
    private static String memory(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= KIBI && unit < 4) {
            value /= KIBI;
            unit++;
        }
        return plain(value) + " " + List.of("B", "KiB", "MiB", "GiB", "TiB").get(unit);
    }

    private static String plain(double value) {
        return Texts.number(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP));
    }

    static String form(TaskForm form) {
        return switch (form) {
            case REFERENCE_POINTS -> t("A person sets reference points");
            case REVIEW -> t("A person judges the results");
            case FORM -> t("A person fills in a form");
            case VARIABLES -> t("A person fills in variables");
        };
    }
}
