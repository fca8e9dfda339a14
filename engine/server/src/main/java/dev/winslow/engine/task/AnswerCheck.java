package dev.winslow.engine.task;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskField;
import dev.winslow.engine.pipeline.TaskSpec;
import dev.winslow.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what an answer lacks, a sentence each. */
final class AnswerCheck {
    private AnswerCheck() {}

    /** Refuses an answer in which fields lack or do not fit. */
    static void require(String name, List<TaskField> fields, CompleteTask answer) {
        refuse(
                name,
                fields.stream()
                        .flatMap(field -> problem(field, answer).stream())
                        .toList());
    }

    static void require(TaskSpec task, CompleteTask answer) {
        refuse(task.name(), problems(task, answer));
    }

    private static void refuse(String name, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "The answer to \"" + name + "\" is not complete.",
                    "Mend what is listed and send it again.",
                    problems);
        }
    }

    private static List<String> problems(TaskSpec task, CompleteTask answer) {
        List<String> problems = new ArrayList<>();
        task.fields().forEach(field -> problem(field, answer).ifPresent(problems::add));
        switch (task.form()) {
            case REFERENCE_POINTS -> problems.addAll(points(task, answer));
            case REVIEW -> decision(answer).ifPresent(problems::add);
            case FORM, VARIABLES -> {}
        }
        return problems;
    }

    private static Optional<String> problem(TaskField field, CompleteTask answer) {
        String value = answer.variables().getOrDefault(field.variable(), "");
        if (value.isBlank()) {
            return field.required()
                    ? Optional.of("Expected a value for \"" + field.label() + "\" (" + field.variable() + ").")
                    : Optional.empty();
        }
        boolean fits = switch (field.type()) {
            case "number" -> value.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");
            case "boolean" -> value.equals("true") || value.equals("false");
            case "choice" -> field.choices().contains(value);
            default -> true;
        };
        return fits
                ? Optional.empty()
                : Optional.of("Expected a %s for \"%s\", but got \"%s\"."
                        .formatted(
                                field.type().equals("choice")
                                        ? "choice of " + String.join(", ", field.choices())
                                        : field.type(),
                                field.label(),
                                value));
    }

    private static List<String> points(TaskSpec task, CompleteTask answer) {
        String expected = task.settings().getOrDefault("answer", "reference-points.json");
        return Optional.ofNullable(answer.files().get(expected))
                .map(file -> PointsCheck.of(file).problems())
                .orElse(List.of("Expected the file " + expected + " with the reference points."));
    }

    private static Optional<String> decision(CompleteTask answer) {
        String decision = answer.variables().getOrDefault("decision", "");
        return decision.equals("approve") || decision.equals("redo")
                ? Optional.empty()
                : Optional.of("Expected decision = approve or redo, but got \"" + decision + "\".");
    }
}
