package dev.winslow.engine.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Reads the sequence flows of a process and the order in which they reach its elements. */
class FlowReader {
    private static final Set<String> CHOICES = Set.of("exclusiveGateway", "inclusiveGateway");
    private static final Set<String> JOINS = Set.of("parallelGateway", "inclusiveGateway");

    private final Problems problems;
    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> before = new LinkedHashMap<>();
    private final Map<String, List<String>> after = new LinkedHashMap<>();

    FlowReader(Problems problems, Element process) {
        this.problems = problems;
        Xml.children(process).stream()
                .filter(element -> Vocabulary.NODES.contains(element.getLocalName()))
                .forEach(element -> nodes.put(Xml.id(element), element));
        Xml.children(process, Xml.BPMN, "sequenceFlow")
                .forEach(flow -> connect(flow, flow.getAttribute("sourceRef"), flow.getAttribute("targetRef")));
        nodes.values().stream()
                .filter(element -> element.getLocalName().equals("boundaryEvent"))
                .forEach(event -> connect(event, event.getAttribute("attachedToRef"), Xml.id(event)));
    }

    private void connect(Element element, String from, String to) {
        if (!nodes.containsKey(from) || !nodes.containsKey(to)) {
            problems.add(element, "'%s' to '%s' leads nowhere".formatted(from, to), "Connect it at both ends.");
            return;
        }
        after.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
        before.computeIfAbsent(to, id -> new ArrayList<>()).add(from);
    }

    Flow flow() {
        var joins = nodes.values().stream()
                .filter(node -> JOINS.contains(node.getLocalName()))
                .map(Xml::id)
                .filter(id -> before.getOrDefault(id, List.of()).size() > 1)
                .collect(Collectors.toUnmodifiableSet());
        var copy = new LinkedHashMap<String, List<String>>();
        nodes.keySet().forEach(id -> copy.put(id, List.copyOf(before.getOrDefault(id, List.of()))));
        return new Flow(copy, joins, forks(), order());
    }

    private Map<String, Flow.Fork> forks() {
        var forks = new LinkedHashMap<String, Flow.Fork>();
        nodes.forEach((id, node) -> fork(id, node).ifPresent(fork -> forks.put(id, fork)));
        return Map.copyOf(forks);
    }

    private Optional<Flow.Fork> fork(String id, Element node) {
        boolean several = after.getOrDefault(id, List.of()).size() > 1;
        return switch (node.getLocalName()) {
            case "parallelGateway" -> several ? Optional.of(Flow.Fork.ALL) : Optional.empty();
            case "inclusiveGateway" -> several ? Optional.of(Flow.Fork.SOME) : Optional.empty();
            case "boundaryEvent" ->
                node.getAttribute("cancelActivity").equals("false") ? Optional.of(Flow.Fork.SOME) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Every element comes after those that lead to it, as far as loops allow. */
    List<String> order() {
        Deque<String> order = new ArrayDeque<>();
        var seen = new HashSet<String>();
        nodes.values().stream()
                .filter(node -> node.getLocalName().equals("startEvent"))
                .forEach(start -> visit(Xml.id(start), seen, order));
        return List.copyOf(order);
    }

    private void visit(String id, Set<String> seen, Deque<String> order) {
        if (seen.add(id)) {
            after.getOrDefault(id, List.of()).reversed().forEach(next -> visit(next, seen, order));
            order.addFirst(id);
        }
    }

    void check(List<String> order) {
        for (var node : nodes.values()) {
            if (!order.contains(Xml.id(node))) {
                problems.add(node, "No flow reaches it from the start", "Connect it, or remove it.");
            }
            boolean last = node.getLocalName().equals("endEvent");
            int ways = after.getOrDefault(Xml.id(node), List.of()).size();
            if (!last && ways == 0) {
                problems.add(node, "No flow leads on from it", "Connect it to what follows, or to an end.");
            }
            if (CHOICES.contains(node.getLocalName())
                    && ways > 1
                    && node.getAttribute("default").isBlank()) {
                problems.add(
                        node, "The run stops here when no condition holds", "Make one of its flows the default flow.");
            }
        }
    }
}
