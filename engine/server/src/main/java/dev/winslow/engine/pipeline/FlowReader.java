package dev.winslow.engine.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads how the elements of a process follow each other, and the conditions on the way. */
final class FlowReader {
    /** Variables, literals, comparisons, and, or, not: nothing that could call anything. */
    private static final Pattern CONDITION = Pattern.compile("\\$\\{[\\sA-Za-z0-9_.=!<>&|()-]*}");

    private static final Pattern CALL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\s*[.(]");
    private static final Set<String> JOINS = Set.of("parallelGateway", "inclusiveGateway");

    private final Problems problems;
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, List<String>> after = new HashMap<>();
    private final Set<String> joins = new HashSet<>();
    private final Set<String> starts = new LinkedHashSet<>();

    FlowReader(Problems problems) {
        this.problems = problems;
    }

    Flow read(Element process) {
        for (Element element : Xml.children(process)) {
            String id = element.getAttribute("id");
            if (JOINS.contains(element.getLocalName())) {
                joins.add(id);
            } else if ("startEvent".equals(element.getLocalName())) {
                starts.add(id);
            } else if ("sequenceFlow".equals(element.getLocalName())) {
                String source = element.getAttribute("sourceRef");
                String target = element.getAttribute("targetRef");
                before.computeIfAbsent(target, key -> new ArrayList<>()).add(source);
                after.computeIfAbsent(source, key -> new ArrayList<>()).add(target);
                Xml.children(element, Xml.BPMN, "conditionExpression")
                        .forEach(condition ->
                                check(id, condition.getTextContent().strip()));
            }
        }
        if (starts.isEmpty()) {
            problems.add("", "The pipeline has no start.", "Draw a start event and lead from it to the first stage.");
        }
        return new Flow(before, joins);
    }

    /** Ids in the order in which the flow first reaches them. */
    List<String> order() {
        List<String> order = new ArrayList<>();
        Deque<String> next = new ArrayDeque<>(starts);
        Set<String> seen = new HashSet<>(starts);
        while (!next.isEmpty()) {
            String element = next.removeFirst();
            order.add(element);
            after.getOrDefault(element, List.of()).stream().filter(seen::add).forEach(next::addLast);
        }
        return order;
    }

    private void check(String id, String condition) {
        String withoutTexts = condition.replaceAll("'[^']*'|\"[^\"]*\"", "0");
        if (!CONDITION.matcher(withoutTexts).matches()
                || CALL.matcher(withoutTexts).find()) {
            problems.add(
                    id,
                    "The condition " + condition + " reaches beyond variables.",
                    "Compare variables with values, such as ${decision == 'approve'}.");
        }
    }
}
