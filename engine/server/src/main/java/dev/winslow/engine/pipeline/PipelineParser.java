package dev.winslow.engine.pipeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads a pipeline's XML into what Winslow needs to know of it, or into everything that keeps it from being accepted. */
@Component
public class PipelineParser {
    private static final int MAX_LENGTH = 5_000_000;

    public PipelineReading read(String xml) {
        var problems = new Problems();
        var spec = parse(xml, problems)
                .flatMap(root -> process(root, problems).map(process -> {
                    new Vocabulary(problems).check(root, process);
                    return spec(process, problems);
                }));
        return spec.isPresent() && problems.none()
                ? new PipelineReading.Valid(spec.get())
                : new PipelineReading.Invalid(problems.list());
    }

    /** What a version says that was accepted once, also where today's rules would refuse it: its runs go on to their end. */
    Optional<PipelineSpec> readAccepted(String xml) {
        var problems = new Problems();
        return parse(xml, problems).flatMap(root -> process(root, problems)).map(process -> spec(process, problems));
    }

    private static Optional<Element> parse(String xml, Problems problems) {
        if (xml.length() > MAX_LENGTH) {
            problems.add("", "The file is larger than 5 MB", "Leave out what is no part of the pipeline.");
            return Optional.empty();
        }
        try {
            return Optional.of(Xml.parse(xml));
        } catch (SAXException fault) {
            problems.add("", "This is no XML that can be read: " + fault.getMessage(), "Export it as BPMN 2.0 XML.");
            return Optional.empty();
        }
    }

    private static Optional<Element> process(Element root, Problems problems) {
        if (!Xml.is(root, Xml.BPMN, "definitions")) {
            problems.add("", "This is no BPMN", "Begin with <definitions> of BPMN 2.0.");
            return Optional.empty();
        }
        var processes = Xml.children(root, Xml.BPMN, "process");
        if (processes.size() != 1) {
            problems.add("", "There are %d processes".formatted(processes.size()), "Put exactly one into a file.");
            return Optional.empty();
        }
        return Optional.of(processes.getFirst());
    }

    private static PipelineSpec spec(Element process, Problems problems) {
        checkIdentity(process, problems);
        var stages = readAll(process, "serviceTask", new StageReader(problems)::read);
        var tasks = readAll(process, "userTask", new TaskReader(problems)::read);
        if (Xml.children(process, Xml.BPMN, "serviceTask").isEmpty()) {
            problems.add(process, "The pipeline has no stage", "Add a service task with a winslow:stage element.");
        }
        var flow = new FlowReader(problems, process);
        var order = flow.order();
        flow.check(order);
        var spec = new PipelineSpec(
                Xml.id(process),
                process.getAttribute("name").strip(),
                Xml.child(process, Xml.BPMN, "documentation")
                        .map(documentation -> documentation.getTextContent().strip())
                        .orElse(""),
                variables(process, problems),
                secrets(process, problems),
                stages,
                tasks,
                List.of(),
                flow.flow());
        return ordered(spec, order, problems);
    }

    private static PipelineSpec ordered(PipelineSpec spec, List<String> order, Problems problems) {
        var steps = order.stream()
                .filter(id -> spec.stage(id).isPresent() || spec.task(id).isPresent())
                .toList();
        for (var task : spec.tasks()) {
            String redo = task.settings().getOrDefault("redo", "");
            if (!redo.isEmpty() && spec.stage(redo).isEmpty()) {
                problems.add(task.id(), "There is no stage '%s' to redo".formatted(redo), "Set redo to a stage's id.");
            }
        }
        return new PipelineSpec(
                spec.key(),
                spec.name(),
                spec.description(),
                spec.variables(),
                spec.secrets(),
                spec.stages(),
                spec.tasks(),
                steps,
                spec.flow());
    }

    private static <T> List<T> readAll(Element process, String name, Function<Element, Optional<T>> read) {
        return Xml.children(process, Xml.BPMN, name).stream()
                .flatMap(element -> read.apply(element).stream())
                .toList();
    }

    private static void checkIdentity(Element process, Problems problems) {
        if (!Xml.id(process).matches("[A-Za-z_][A-Za-z0-9_.-]{0,99}")) {
            problems.add(
                    process,
                    "The process has no usable id",
                    "Give it an id of letters, digits, _, - and . that begins with a letter, such as vehicle-tracking.");
        }
        if (process.getAttribute("name").isBlank()) {
            problems.add(process, "The pipeline has no name", "Give the process a name for people.");
        }
        if (!process.getAttribute("isExecutable").equals("true")) {
            problems.add(process, "The process cannot be executed", "Set isExecutable=\"true\".");
        }
        if (Xml.children(process, Xml.BPMN, "startEvent").size() != 1) {
            problems.add(process, "The pipeline does not have one start", "Keep exactly one start event.");
        }
        checkIds(process, problems);
    }

    private static void checkIds(Element process, Problems problems) {
        var seen = new HashSet<>(List.of(Xml.id(process)));
        for (var element : Xml.descendants(process).toList()) {
            String id = Xml.id(element);
            if (!id.isEmpty() && !Xml.WINSLOW.equals(element.getNamespaceURI()) && !seen.add(id)) {
                problems.add(element, "The id '%s' is used twice".formatted(id), "Give each element its own id.");
            } else if (id.isEmpty() && Vocabulary.NODES.contains(String.valueOf(element.getLocalName()))) {
                problems.add(element, "A %s has no id".formatted(element.getLocalName()), "Give it an id.");
            }
        }
    }

    private static Map<String, String> variables(Element process, Problems problems) {
        var values = new Values(problems);
        var variables = new HashMap<String, String>();
        Xml.extensions(process, "variable").stream()
                .filter(variable -> variable.hasAttribute("value"))
                .forEach(variable -> variables.put(values.variable(variable, "name"), variable.getAttribute("value")));
        return Map.copyOf(variables);
    }

    private static Set<String> secrets(Element process, Problems problems) {
        var values = new Values(problems);
        return Xml.extensions(process, "variable").stream()
                .filter(variable -> values.flag(variable, "secret"))
                .map(variable -> values.variable(variable, "name"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
