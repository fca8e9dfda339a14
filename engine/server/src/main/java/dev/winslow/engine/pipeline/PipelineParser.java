package dev.winslow.engine.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a pipeline from BPMN with Winslow's extension elements, and says everything that keeps it from being accepted. */
public final class PipelineParser {
    private static final Set<String> REFUSED =
            Set.of("scriptTask", "sendTask", "businessRuleTask", "callActivity", "receiveTask");
    private static final Set<String> REFUSED_ATTRIBUTES = Set.of("class", "delegateExpression", "expression", "type");

    private PipelineParser() {}

    public static ParsedPipeline parse(String xml) {
        Problems problems = new Problems();
        Document document;
        try {
            document = Xml.parse(xml);
        } catch (SAXException e) {
            problems.add(
                    "", "This is not readable XML: " + e.getMessage(), "Export the pipeline from the modeller again.");
            return new ParsedPipeline.Invalid(problems.list());
        }
        List<Element> processes = Xml.children(document.getDocumentElement(), Xml.BPMN, "process");
        if (processes.size() != 1) {
            problems.add(
                    "",
                    "Expected one process, but the file has " + processes.size() + ".",
                    "Keep each pipeline in a file of its own.");
            return new ParsedPipeline.Invalid(problems.list());
        }
        PipelineSpec spec = read(processes.getFirst(), problems);
        return problems.none() ? new ParsedPipeline.Valid(spec) : new ParsedPipeline.Invalid(problems.list());
    }

    private static PipelineSpec read(Element process, Problems problems) {
        refuse(process, problems);
        String key = process.getAttribute("id");
        String name = process.getAttribute("name").strip();
        if (name.isEmpty()) {
            problems.add(key, "The pipeline has no name.", "Give the process a name that people will read.");
        }
        StageReader stageReader = new StageReader(problems);
        TaskReader taskReader = new TaskReader(problems);
        List<StageSpec> stages = Xml.children(process, Xml.BPMN, "serviceTask").stream()
                .flatMap(task -> stageReader.read(task).stream())
                .toList();
        List<TaskSpec> tasks = Xml.children(process, Xml.BPMN, "userTask").stream()
                .flatMap(task -> taskReader.read(task).stream())
                .toList();
        if (stages.isEmpty()) {
            problems.add(key, "The pipeline has no stage.", "Add a service task with a winslow:stage.");
        }
        FlowReader flowReader = new FlowReader(problems);
        Flow flow = flowReader.read(process);
        Set<String> steps = Set.copyOf(
                Stream.concat(stages.stream().map(StageSpec::id), tasks.stream().map(TaskSpec::id))
                        .toList());
        List<String> order = flowReader.order().stream().filter(steps::contains).toList();
        return new PipelineSpec(key, name, documentation(process), variables(process), stages, tasks, order, flow);
    }

    private static Map<String, String> variables(Element process) {
        Map<String, String> variables = new TreeMap<>();
        Xml.extensions(process, "variable")
                .forEach(variable -> variables.put(variable.getAttribute("name"), variable.getAttribute("value")));
        return variables;
    }

    private static String documentation(Element process) {
        return Xml.children(process, Xml.BPMN, "documentation").stream()
                .map(element -> element.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    /** Whoever may deploy a pipeline may not thereby run code inside the server. */
    private static void refuse(Element process, Problems problems) {
        Map<String, Integer> ids = new HashMap<>();
        NodeList elements = process.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            String id = element.getAttribute("id");
            if (!id.isEmpty() && ids.merge(id, 1, Integer::sum) == 2) {
                problems.add(id, "Two elements have the id " + id + ".", "Give each element an id of its own.");
            }
            if (Xml.BPMN.equals(element.getNamespaceURI()) && REFUSED.contains(element.getLocalName())) {
                problems.add(
                        id,
                        "A pipeline cannot have a " + element.getLocalName() + ".",
                        "Use a service task with a winslow:stage, or a user task.");
            }
            if (Xml.FLOWABLE.equals(element.getNamespaceURI())) {
                problems.add(
                        ((Element) element.getParentNode().getParentNode()).getAttribute("id"),
                        "The extension flowable:" + element.getLocalName() + " is not allowed in a pipeline.",
                        "Remove it; listeners and fields would run code inside the server.");
            }
            refuseAttributes(element, id, problems);
        }
    }

    private static void refuseAttributes(Element element, String id, Problems problems) {
        if (!"serviceTask".equals(element.getLocalName())) {
            return;
        }
        boolean external = "external-worker".equals(element.getAttributeNS(Xml.FLOWABLE, "type"));
        boolean delegates = REFUSED_ATTRIBUTES.stream()
                .anyMatch(name -> !name.equals("type") && element.hasAttributeNS(Xml.FLOWABLE, name));
        if (!external || delegates) {
            problems.add(
                    id,
                    "The service task is not one for workers.",
                    "Set flowable:type=\"external-worker\" and flowable:topic=\"cpu\", and remove classes and expressions.");
        }
        if (element.getAttributeNS(Xml.FLOWABLE, "topic").isBlank()) {
            problems.add(id, "The stage has no topic.", "Set flowable:topic to cpu, gpu or a tag of the nodes.");
        }
    }
}
