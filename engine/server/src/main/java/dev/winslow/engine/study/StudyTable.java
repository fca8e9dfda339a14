package dev.winslow.engine.study;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.study.ParameterValues;
import dev.winslow.api.study.StudyRun;
import dev.winslow.api.study.StudyView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of a study as CSV (RFC 4180): parameters, how the run stands, results, and addresses of files. A pure function. */
public final class StudyTable {
    private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",\r\n]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.]+([eE][+-]?\\d+)?");
    /** What spreadsheets would take for a formula, which a stage or a file's name must not bring in. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r].*");

    private final StudyView view;
    private final NavigableSet<String> results = new TreeSet<>();
    private final NavigableSet<String> paths = new TreeSet<>();

    private StudyTable(StudyView view) {
        this.view = view;
        view.runs().forEach(run -> {
            results.addAll(run.results().keySet());
            run.files().stream().map(FileView::path).forEach(paths::add);
        });
    }

    public static String csv(StudyView view) {
        StudyTable table = new StudyTable(view);
        return Stream.concat(Stream.of(table.headings()), view.runs().stream().map(table::row))
                .map(row -> row.stream().map(StudyTable::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private List<String> headings() {
        List<String> row = new ArrayList<>(List.of("number"));
        row.addAll(parameterNames());
        row.addAll(List.of("run", "state", "started", "seconds"));
        row.addAll(results);
        row.addAll(paths);
        return row;
    }

    private List<String> row(StudyRun run) {
        List<String> row = new ArrayList<>(List.of("" + run.number()));
        parameterNames().forEach(name -> row.add(run.parameters().getOrDefault(name, "")));
        row.addAll(List.of(
                run.runId().toString(),
                run.state().name(),
                run.startedAt().toString(),
                "%d.%03d".formatted(run.duration().toSeconds(), run.duration().toMillisPart())));
        results.forEach(name -> row.add(run.results().getOrDefault(name, "")));
        Map<String, FileView> files = run.files().stream()
                .collect(Collectors.toMap(FileView::path, Function.identity(), (one, other) -> one));
        paths.forEach(path ->
                row.add(Optional.ofNullable(files.get(path)).map(this::address).orElse("")));
        return row;
    }

    private List<String> parameterNames() {
        return view.study().parameters().stream().map(ParameterValues::name).toList();
    }

    private String address(FileView file) {
        return Paths.PROJECTS + "/" + view.study().projectId() + "/files/" + file.id();
    }

    private static String cell(String value) {
        boolean formula =
                FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches();
        String harmless = formula ? "'" + value : value;
        return TO_BE_QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
