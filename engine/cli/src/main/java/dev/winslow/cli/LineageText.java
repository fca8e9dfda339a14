package dev.winslow.cli;

import dev.winslow.api.lineage.FileOrigin;
import dev.winslow.api.lineage.Lineage;
import dev.winslow.api.lineage.Trace;
import dev.winslow.api.lineage.TracedAttempt;
import dev.winslow.api.lineage.TracedFile;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Reuse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A lineage in words. */
final class LineageText {
    private final Map<UUID, String> names = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private LineageText() {}

    static String of(Lineage lineage) {
        LineageText words = new LineageText();
        words.name(lineage);
        words.line("%s, %d bytes, %s"
                .formatted(lineage.file().file().path(), lineage.file().file().size(), origin(lineage.file())));
        words.trace("Comes from", lineage.sources());
        words.trace("What was made from it", lineage.descendants());
        return words.text.toString().stripTrailing();
    }

    private void name(Lineage lineage) {
        names.put(lineage.file().file().id(), lineage.file().file().path());
        for (Trace trace : List.of(lineage.sources(), lineage.descendants())) {
            trace.files()
                    .forEach(file -> names.put(file.file().id(), file.file().path()));
        }
    }

    private void trace(String heading, Trace trace) {
        line("");
        line(heading + (trace.attempts().isEmpty() && trace.files().isEmpty() ? ": nothing" : ":"));
        trace.attempts().forEach(this::attempt);
        trace.files().stream()
                .filter(file -> file.origin() != FileOrigin.MADE)
                .forEach(file ->
                        line("  " + file.file().path() + " (" + file.file().id() + "): " + origin(file)));
        if (!trace.complete()) {
            line("  and more");
        }
    }

    private void attempt(TracedAttempt traced) {
        AttemptView attempt = traced.attempt();
        line("  \"%s\", attempt %d %s: %s (%s)"
                .formatted(attempt.stageName(), attempt.number(), how(attempt), attempt.state(), attempt.id()));
        line("    run        %s of %s in version %d"
                .formatted(attempt.runId(), traced.pipelineKey(), traced.pipelineVersion()));
        line("    image      " + attempt.image());
        line("    arguments  " + String.join(" ", attempt.arguments()));
        line("    variables  "
                + new TreeMap<>(attempt.environment())
                        .entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue())
                                .collect(Collectors.joining(", ")));
        line("    from       " + listed(traced.inputs()));
        line("    made       " + listed(traced.outputs()));
    }

    private static String how(AttemptView attempt) {
        return attempt.reuse()
                .flatMap(Reuse::from)
                .map(earlier -> "took over the result of " + earlier)
                .orElseGet(() -> "on " + attempt.nodeName().orElse("no node"));
    }

    private String listed(List<UUID> files) {
        return files.stream().map(id -> names.getOrDefault(id, id.toString())).collect(Collectors.joining(", "));
    }

    private static String origin(TracedFile file) {
        String when = " " + file.file().createdAt();
        String how = switch (file.origin()) {
            case UPLOADED -> "uploaded" + when;
            case POOLED -> "sent to the pool" + when;
            case LINKED -> "taken from the pool" + when;
            case COPIED -> "an upload, as a file of the workspace";
            case ANSWERED -> "answered by a person at " + file.file().stageId().orElse("a step") + when;
            case ADDED ->
                "added to the workspace of " + file.file().stageId().orElse("a step") + " by "
                        + file.addedBy().orElse("a person") + when;
            case MADE ->
                "made by attempt " + file.file().attemptId().map(UUID::toString).orElse("") + when;
        };
        return file.removed() ? how + ", cleaned up since" : how;
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
