package dev.winslow.api.study;

import java.util.List;

/** A study with the table of its runs. */
public record StudyView(StudySummary study, List<StudyRun> runs) {
    public StudyView {
        runs = List.copyOf(runs);
    }
}
