package dev.winslow.cli;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.study.ParameterValues;
import dev.winslow.api.study.StudyRun;
import dev.winslow.api.study.StudySummary;
import dev.winslow.api.study.StudyView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A study in words: its table. */
final class StudyText {
    private StudyText() {}

    static String of(StudyView study) {
        List<String> parameters =
                study.study().parameters().stream().map(ParameterValues::name).toList();
        List<String> results = study.runs().stream()
                .flatMap(run -> run.results().keySet().stream())
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf));
        Table table = new Table(
                Stream.of(List.of("NO"), parameters, List.of("STATE", "SECONDS"), results, List.of("FILES", "RUN"))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
        study.runs().forEach(run -> table.row(row(run, parameters, results)));
        return study.study().name() + ": " + states(study.study()) + "\n" + table;
    }

    private static Object[] row(StudyRun run, List<String> parameters, List<String> results) {
        List<Object> row = new ArrayList<>(List.of(run.number()));
        parameters.forEach(name -> row.add(run.parameters().getOrDefault(name, "")));
        row.add(run.state());
        row.add(run.duration().toSeconds());
        results.forEach(name -> row.add(run.results().getOrDefault(name, "")));
        row.add(run.files().stream().map(FileView::path).collect(Collectors.joining(", ")));
        row.add(run.runId());
        return row.toArray();
    }

    static String states(StudySummary study) {
        return study.states().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", "));
    }
}
