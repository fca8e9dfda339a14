package dev.winslow.engine.pipeline;

import dev.winslow.api.task.TaskField;
import dev.winslow.api.task.TaskForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads what a user task asks a person for. */
class TaskReader {
    private static final List<String> SETTINGS = List.of("frame", "suggestion", "answer", "video", "redo", "due");
    private static final Set<String> TYPES = Set.of("string", "number", "boolean", "choice");

    private final Problems problems;
    private final Values values;

    TaskReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    Optional<TaskSpec> read(Element userTask) {
        var tasks = Xml.extensions(userTask, "task");
        if (tasks.size() != 1) {
            problems.add(
                    userTask,
                    "The user task has %d winslow:task elements".formatted(tasks.size()),
                    "Put exactly one <winslow:task form=\"…\"> into its extension elements.");
            return Optional.empty();
        }
        var task = tasks.getFirst();
        String id = Xml.id(userTask);
        return form(task)
                .map(form -> new TaskSpec(
                        id, Xml.attribute(userTask, "name").orElse(id), form, settings(task), fields(task)));
    }

    private Optional<TaskForm> form(Element task) {
        String wanted = task.getAttribute("form");
        var form = Arrays.stream(TaskForm.values())
                .filter(candidate -> word(candidate).equals(wanted))
                .findFirst();
        if (form.isEmpty()) {
            problems.add(
                    task,
                    "There is no form '%s'".formatted(wanted),
                    "Set form to one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(TaskForm.values())
                                            .map(TaskReader::word)
                                            .toList())
                            + ".");
        }
        return form;
    }

    private static String word(TaskForm form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Map<String, String> settings(Element task) {
        var settings = new LinkedHashMap<String, String>();
        SETTINGS.forEach(name -> Xml.attribute(task, name).ifPresent(value -> settings.put(name, value)));
        values.duration(task, "due");
        return settings;
    }

    private List<TaskField> fields(Element task) {
        return Xml.children(task, Xml.WINSLOW, "field").stream()
                .map(this::field)
                .toList();
    }

    private TaskField field(Element field) {
        String variable = values.variable(field, "variable");
        String type = Xml.attribute(field, "type").orElse("string");
        var choices = Xml.attribute(field, "choices")
                .map(text -> List.of(text.split("\\s*,\\s*")))
                .orElse(List.of());
        if (!TYPES.contains(type)) {
            problems.add(
                    field, "There is no type '%s' of field".formatted(type), "Use string, number, boolean or choice.");
        }
        if (type.equals("choice") && choices.isEmpty()) {
            problems.add(
                    field,
                    "The field %s offers no choices".formatted(variable),
                    "List them in choices, separated by commas.");
        }
        return new TaskField(
                variable,
                Xml.attribute(field, "label").orElse(variable),
                type,
                values.flag(field, "required"),
                Xml.attribute(field, "value"),
                choices);
    }
}
