package dev.winslow.engine.pipeline;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Holds a pipeline to the part of BPMN that Winslow runs. Everything is refused that is not named here: what the engine can do beyond it, from
 * scripts and Java classes to listeners, would run inside the server.
 */
class Vocabulary {
    private static final Set<String> TOP = Set.of("process", "collaboration");
    static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "serviceTask",
            "userTask",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "boundaryEvent",
            "intermediateCatchEvent");
    private static final Set<String> BESIDE = Set.of(
            "sequenceFlow", "documentation", "extensionElements", "laneSet", "textAnnotation", "association", "group");
    private static final Set<String> WITHIN_NODES = Set.of(
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "conditionExpression",
            "timerEventDefinition",
            "terminateEventDefinition");
    private static final Set<String> FLOWABLE_ATTRIBUTES = Set.of(
            "type",
            "topic",
            "exclusive",
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "dueDate",
            "priority",
            "initiator",
            "collection",
            "elementVariable");
    private static final Map<String, Set<String>> EXTENSIONS =
            Map.of("serviceTask", Set.of("stage"), "userTask", Set.of("task"), "process", Set.of("variable"));
    private static final Map<String, Set<String>> WITHIN_EXTENSIONS = Map.of(
            "stage", Set.of("arg", "env", "require", "progress", "fail", "warn", "output"), "task", Set.of("field"));

    private final Problems problems;

    Vocabulary(Problems problems) {
        this.problems = problems;
    }

    void check(Element definitions, Element process) {
        Xml.children(definitions).stream()
                .filter(child -> !Xml.DIAGRAM.equals(child.getNamespaceURI()))
                .filter(child -> !known(child, TOP))
                .forEach(this::refuse);
        for (var element : Xml.children(process)) {
            if (known(element, NODES) || known(element, Set.of("sequenceFlow"))) {
                Xml.children(element).stream()
                        .filter(child -> !known(child, WITHIN_NODES) && !isLoopOfStage(element, child))
                        .forEach(this::refuse);
                checkExtensions(element);
            } else if (!known(element, BESIDE)) {
                refuse(element);
            }
        }
        checkExtensions(process);
        checkExpressions(process);
    }

    /** Once for each item of a list: for stages only, and with nothing further in it. */
    private static boolean isLoopOfStage(Element element, Element child) {
        return known(element, Set.of("serviceTask"))
                && known(child, Set.of("multiInstanceLoopCharacteristics"))
                && Xml.children(child).isEmpty();
    }

    private static boolean known(Element element, Set<String> names) {
        return Xml.BPMN.equals(element.getNamespaceURI()) && names.contains(element.getLocalName());
    }

    private void checkExtensions(Element host) {
        var allowed = EXTENSIONS.getOrDefault(host.getLocalName(), Set.of());
        for (var extensions : Xml.children(host, Xml.BPMN, "extensionElements")) {
            for (var extension : Xml.children(extensions)) {
                if (!Xml.WINSLOW.equals(extension.getNamespaceURI()) || !allowed.contains(extension.getLocalName())) {
                    refuse(extension);
                } else {
                    var within = WITHIN_EXTENSIONS.getOrDefault(extension.getLocalName(), Set.of());
                    Xml.children(extension).stream()
                            .filter(child -> !Xml.WINSLOW.equals(child.getNamespaceURI())
                                    || !within.contains(child.getLocalName()))
                            .forEach(this::refuse);
                }
            }
        }
    }

    private void refuse(Element element) {
        problems.add(
                element,
                "<%s> has no place here".formatted(element.getNodeName()),
                "Remove it: a pipeline is made of stages, user tasks, gateways, timers and winslow's own elements.");
    }

    /** Wherever the engine would evaluate a text, not only in conditions; winslow's own elements are resolved by the worker's rules. */
    private void checkExpressions(Element element) {
        if (Xml.WINSLOW.equals(element.getNamespaceURI())) {
            return;
        }
        for (var attribute : Xml.attributes(element)) {
            boolean foreign = attribute.getNamespaceURI() != null
                    && attribute.getNamespaceURI().matches("https?://(www\\.)?(flowable|activiti|camunda)\\.org/.*");
            if (foreign && !FLOWABLE_ATTRIBUTES.contains(attribute.getLocalName())) {
                problems.add(
                        element,
                        "The attribute %s has no place here".formatted(attribute.getName()),
                        "Remove it: the server runs neither Java classes nor expressions of a pipeline.");
            }
            if (mayBeEvaluated(attribute.getValue())) {
                checkExpression(element, attribute.getValue());
            }
        }
        boolean condition = element.getLocalName().equals("conditionExpression");
        if (condition && element.hasAttribute("language")) {
            problems.add(element, "The condition names a language", "Remove the attribute: conditions are no scripts.");
        }
        if (condition || mayBeEvaluated(Xml.ownText(element))) {
            checkExpression(element, Xml.ownText(element));
        }
        Xml.children(element).forEach(this::checkExpressions);
    }

    private static boolean mayBeEvaluated(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private void checkExpression(Element element, String text) {
        Conditions.fault(text)
                .ifPresent(fault -> problems.add(
                        element,
                        "The expression '%s' %s".formatted(text.strip(), fault),
                        "Compare variables with values, such as ${decision == 'redo'}."));
    }
}
