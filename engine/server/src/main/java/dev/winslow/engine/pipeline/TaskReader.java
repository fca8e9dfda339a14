package dev.winslow.engine.pipeline;

import dev.winslow.api.task.TaskField;
import dev.winslow.api.task.TaskForm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Reads one user task: with a {@code winslow:task} that says what it asks for. */
final class TaskReader {
    private static final Set<String> FIELD_TYPES = Set.of("string", "number", "boolean", "choice");
    private static final List<String> SETTINGS = List.of("frame", "suggestion", "answer", "video", "redo");

    private final Problems problems;

    TaskReader(Problems problems) {
        this.problems = problems;
    }

    Optional<TaskSpec> read(Element task) {
        String id = task.getAttribute("id");
        Optional<Element> extension = Xml.extension(task, "task");
        if (extension.isEmpty()) {
            problems.add(
                    id,
                    "This user task does not say what it asks for.",
                    "Add a winslow:task with form=\"review\", \"reference-points\", \"form\" or \"variables\".");
            return Optional.empty();
        }
        return form(extension.get().getAttribute("form"), id)
                .map(form -> new TaskSpec(
                        id,
                        task.getAttribute("name").isBlank() ? id : task.getAttribute("name"),
                        form,
                        settings(extension.get()),
                        Xml.children(extension.get(), Xml.WINSLOW, "field").stream()
                                .map(field -> field(field, id))
                                .toList()));
    }

    private Optional<TaskForm> form(String name, String id) {
        Optional<TaskForm> form = Arrays.stream(TaskForm.values())
                .filter(value ->
                        value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst();
        if (form.isEmpty()) {
            problems.add(id, "There is no form \"" + name + "\".", "Use reference-points, review, form or variables.");
        }
        return form;
    }

    private static Map<String, String> settings(Element task) {
        Map<String, String> settings = new TreeMap<>();
        SETTINGS.forEach(name -> Xml.attribute(task, name).ifPresent(value -> settings.put(name, value)));
        return settings;
    }

    private TaskField field(Element field, String id) {
        String type = Xml.attribute(field, "type").orElse("string");
        if (!FIELD_TYPES.contains(type)) {
            problems.add(id, "There is no type of field \"" + type + "\".", "Use string, number, boolean or choice.");
        }
        String variable = field.getAttribute("variable");
        if (variable.isBlank()) {
            problems.add(id, "A field names no variable.", "Name the variable that the answer sets.");
        }
        return new TaskField(
                variable,
                Xml.attribute(field, "label").orElse(variable),
                type,
                Boolean.parseBoolean(field.getAttribute("required")),
                Xml.attribute(field, "value"),
                Xml.attribute(field, "choices")
                        .map(text -> Arrays.stream(text.split(","))
                                .map(String::strip)
                                .toList())
                        .orElse(List.of()));
    }
}
