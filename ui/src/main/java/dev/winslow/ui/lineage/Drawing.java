package dev.winslow.ui.lineage;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.lineage.Lineage;
import dev.winslow.api.lineage.TracedAttempt;
import dev.winslow.api.lineage.TracedFile;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A lineage as boxes in columns and arrows between them: each box stands right of all that it came from. A pure function of the lineage. */
record Drawing(List<Box> boxes, List<Arrow> arrows) {
    /** Of files that nothing was made from, so many of one attempt are drawn. */
    private static final int LEAVES = 6;

    /**
     * @param kind file, attempt or more
     * @param column from the left, from 0
     */
    record Box(
            String id,
            String kind,
            String title,
            String about,
            int column,
            boolean chosen,
            List<Fact> facts,
            List<Way> ways) {}

    record Arrow(String from, String to) {}

    record Fact(String name, String value) {}

    /** A link behind a box. */
    record Way(String words, String address) {}

    /** @param time how a moment is written */
    static Drawing of(Lineage lineage, Function<Instant, String> time) {
        Map<UUID, TracedFile> files = new LinkedHashMap<>();
        Stream.of(lineage.sources().files().stream(), Stream.of(lineage.file()), lineage.descendants().files().stream())
                .flatMap(some -> some)
                .forEach(file -> files.putIfAbsent(file.file().id(), file));
        Map<UUID, TracedAttempt> attempts = new LinkedHashMap<>();
        Stream.concat(lineage.sources().attempts().stream(), lineage.descendants().attempts().stream())
                .forEach(attempt -> attempts.merge(attempt.attempt().id(), attempt, Drawing::together));
        return new Making(lineage.file().file().id(), files, attempts, time).drawing();
    }

    /** An attempt that lies both before and behind the file. */
    private static TracedAttempt together(TracedAttempt one, TracedAttempt other) {
        return new TracedAttempt(
                one.attempt(),
                one.pipelineKey(),
                one.pipelineVersion(),
                Stream.concat(one.inputs().stream(), other.inputs().stream())
                        .distinct()
                        .toList(),
                Stream.concat(one.outputs().stream(), other.outputs().stream())
                        .distinct()
                        .toList());
    }

    private static final class Making {
        private final UUID root;
        private final Map<UUID, TracedFile> files;
        private final Map<UUID, TracedAttempt> attempts;
        private final Function<Instant, String> time;
        private final Map<UUID, List<UUID>> after = new HashMap<>();
        private final Map<UUID, List<UUID>> before = new HashMap<>();
        private final Map<UUID, Integer> columns = new HashMap<>();
        private final List<Box> boxes = new ArrayList<>();
        private final Set<UUID> drawn = new HashSet<>();

        Making(
                UUID root,
                Map<UUID, TracedFile> files,
                Map<UUID, TracedAttempt> attempts,
                Function<Instant, String> time) {
            this.root = root;
            this.files = files;
            this.attempts = attempts;
            this.time = time;
        }

        Drawing drawing() {
            attempts.forEach((id, attempt) -> {
                attempt.inputs().stream().filter(files::containsKey).forEach(file -> join(file, id));
                attempt.outputs().stream().filter(files::containsKey).forEach(file -> join(id, file));
            });
            files.forEach(
                    (id, file) -> file.sameAs().filter(files::containsKey).ifPresent(original -> join(original, id)));
            List<Arrow> arrows = new ArrayList<>();
            attempts.forEach((id, attempt) -> leaveOutLeaves(id, arrows));
            files.forEach((id, file) -> box(id, file));
            attempts.forEach((id, attempt) -> boxes.add(box(id, attempt)));
            after.forEach((from, tos) -> tos.stream()
                    .filter(to -> isDrawn(from) && isDrawn(to))
                    .forEach(to -> arrows.add(new Arrow(from.toString(), to.toString()))));
            return new Drawing(List.copyOf(boxes), List.copyOf(arrows));
        }

        private void join(UUID from, UUID to) {
            after.computeIfAbsent(from, none -> new ArrayList<>()).add(to);
            before.computeIfAbsent(to, none -> new ArrayList<>()).add(from);
        }

        private boolean isDrawn(UUID id) {
            return attempts.containsKey(id) || drawn.contains(id);
        }

        private void leaveOutLeaves(UUID attempt, List<Arrow> arrows) {
            List<UUID> leaves = after.getOrDefault(attempt, List.of()).stream()
                    .filter(file -> !after.containsKey(file) && !file.equals(root))
                    .toList();
            if (leaves.size() > LEAVES) {
                int hidden = leaves.size() - LEAVES;
                String id = "more-" + attempt;
                boxes.add(new Box(
                        id, "more", t("and {0} more", hidden), "", column(attempt) + 1, false, List.of(), List.of()));
                arrows.add(new Arrow(attempt.toString(), id));
                leaves.stream().skip(LEAVES).forEach(files::remove);
            }
        }

        private int column(UUID id) {
            Integer known = columns.get(id);
            if (known != null) {
                return known;
            }
            // Nothing is made from itself; a lineage that says so ends here.
            columns.put(id, 0);
            int column = before.getOrDefault(id, List.of()).stream()
                    .mapToInt(from -> column(from) + 1)
                    .max()
                    .orElse(0);
            columns.put(id, column);
            return column;
        }

        private void box(UUID id, TracedFile traced) {
            drawn.add(id);
            String path = traced.file().path();
            List<Way> ways = new ArrayList<>();
            ways.add(new Way(t("Its lineage"), Navigation.LINEAGE + "/" + id));
            traced.projectId()
                    .ifPresent(project ->
                            ways.add(new Way(t("To the project"), Navigation.PROJECT + "/" + project + "?tab=files")));
            if (!traced.removed()) {
                ways.add(new Way(t("Download"), "page/files/" + id));
            }
            String origin = origin(traced) + (traced.removed() ? ", " + t("cleaned up") : "");
            boxes.add(new Box(
                    id.toString(),
                    "file",
                    path.substring(path.lastIndexOf('/') + 1),
                    Words.size(traced.file().size()) + (traced.removed() ? ", " + t("cleaned up") : ""),
                    column(id),
                    id.equals(root),
                    List.of(
                            new Fact(t("Origin"), origin),
                            new Fact(t("Size"), Words.size(traced.file().size())),
                            new Fact(t("Created"), time.apply(traced.file().createdAt())),
                            new Fact(t("SHA-256"), traced.file().sha256())),
                    ways));
        }

        private Box box(UUID id, TracedAttempt traced) {
            var attempt = traced.attempt();
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(t("Image"), attempt.image()));
            if (!attempt.arguments().isEmpty()) {
                facts.add(new Fact(t("Arguments"), String.join(" ", attempt.arguments())));
            }
            facts.add(new Fact(t("Pipeline"), t("{0}, version {1}", traced.pipelineKey(), traced.pipelineVersion())));
            attempt.nodeName().ifPresent(node -> facts.add(new Fact(t("Node"), node)));
            attempt.startedAt().ifPresent(at -> facts.add(new Fact(t("Started"), time.apply(at))));
            attempt.environment().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(variable -> facts.add(new Fact(variable.getKey(), variable.getValue())));
            Optional<UUID> project = Stream.concat(traced.outputs().stream(), traced.inputs().stream())
                    .flatMap(file -> Optional.ofNullable(files.get(file)).flatMap(TracedFile::projectId).stream())
                    .findFirst();
            return new Box(
                    id.toString(),
                    "attempt",
                    attempt.stageName(),
                    t("attempt {0}, {1}", attempt.number(), Words.state(attempt.state())),
                    column(id),
                    false,
                    facts,
                    project.map(where -> List.of(
                                    new Way(t("Log"), Navigation.PROJECT + "/" + where + "?tab=log&attempt=" + id)))
                            .orElse(List.of()));
        }

        private static String origin(TracedFile traced) {
            return switch (traced.origin()) {
                case UPLOADED -> t("uploaded");
                case POOLED -> t("in the pool");
                case LINKED -> t("from the pool");
                case COPIED -> t("taken from the uploads");
                case ANSWERED -> t("answered by a person");
                case ADDED -> t("added by {0}", traced.addedBy().orElse("?"));
                case MADE -> t("left by a stage");
            };
        }
    }
}
