package dev.winslow.ui.pipeline;

import dev.winslow.api.stage.Requirements;
import dev.winslow.api.task.TaskForm;
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
        words.add(count(plain(needs.cores()), "core"));
        words.add(memory(needs.memoryBytes()));
        if (needs.gpus() > 0) {
            words.add(count(String.valueOf(needs.gpus()), "GPU"));
        }
        words.addAll(new TreeSet<>(needs.tags()));
        return String.join(", ", words);
    }

    static String count(int number, String thing) {
        return count(String.valueOf(number), thing);
    }

    private static String count(String number, String thing) {
        return number + " " + thing + (number.equals("1") ? "" : "s");
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
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String form(TaskForm form) {
        return switch (form) {
            case REFERENCE_POINTS -> "A person sets reference points";
            case REVIEW -> "A person judges the results";
            case FORM -> "A person fills in a form";
            case VARIABLES -> "A person fills in variables";
        };
    }
}
