package dev.winslow.engine.pipeline;

import dev.winslow.api.pipeline.PipelineChange;
import dev.winslow.api.pipeline.PipelineChange.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Finds what differs between two pipelines, element by element. */
final class Comparison {
    private static final Map<String, String> WORDS =
            Map.of("process", "pipeline", "serviceTask", "stage", "userTask", "user task", "sequenceFlow", "flow");

    private final Map<String, Element> before;
    private final Map<String, Element> after;

    private Comparison(Map<String, Element> before, Map<String, Element> after) {
        this.before = before;
        this.after = after;
    }

    /** Of two pipelines that were accepted: what the newer has, then what it has no more. */
    static List<PipelineChange> of(String before, String after) {
        return new Comparison(elements(before), elements(after)).changes();
    }

    private List<PipelineChange> changes() {
        Stream<PipelineChange> kept = after.entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(before.get(entry.getKey()))
                        .map(old -> changed(old, entry.getValue()))
                        .orElseGet(() -> Optional.of(change(entry.getValue(), after, Kind.ADDED, List.of())))
                        .stream());
        Stream<PipelineChange> removed = before.entrySet().stream()
                .filter(entry -> !after.containsKey(entry.getKey()))
                .map(entry -> change(entry.getValue(), before, Kind.REMOVED, List.of()));
        return Stream.concat(kept, removed).toList();
    }

    private Optional<PipelineChange> changed(Element old, Element now) {
        Map<String, String> had = traits(old);
        Map<String, String> has = traits(now);
        Set<String> names = new LinkedHashSet<>(has.keySet());
        names.addAll(had.keySet());
        List<PipelineChange.Detail> details = names.stream()
                .filter(name -> !Objects.equals(had.get(name), has.get(name)))
                .map(name -> new PipelineChange.Detail(
                        name, Optional.ofNullable(had.get(name)), Optional.ofNullable(has.get(name))))
                .toList();
        return details.isEmpty() ? Optional.empty() : Optional.of(change(now, after, Kind.CHANGED, details));
    }

    private static Map<String, String> traits(Element element) {
        Map<String, String> traits = new LinkedHashMap<>();
        traits.put("kind", type(element));
        traits.putAll(Traits.of(element));
        return traits;
    }

    private static PipelineChange change(
            Element element, Map<String, Element> among, Kind kind, List<PipelineChange.Detail> details) {
        return new PipelineChange(Xml.id(element), type(element), name(element, among), kind, details);
    }

    private static String type(Element element) {
        String name = element.getLocalName();
        return WORDS.getOrDefault(
                name, name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }

    private static String name(Element element, Map<String, Element> among) {
        String name = element.getAttribute("name").strip();
        if (!name.isEmpty()) {
            return name;
        }
        return element.hasAttribute("sourceRef")
                ? end(element, "sourceRef", among) + " → " + end(element, "targetRef", among)
                : Xml.id(element);
    }

    private static String end(Element flow, String reference, Map<String, Element> among) {
        String id = flow.getAttribute(reference);
        return Optional.ofNullable(among.get(id))
                .map(element -> element.getAttribute("name").strip())
                .filter(name -> !name.isEmpty())
                .orElse(id);
    }

    private static Map<String, Element> elements(String xml) {
        Element process = process(xml);
        Map<String, Element> elements = new LinkedHashMap<>();
        elements.put("", process);
        Xml.children(process).stream()
                .filter(element -> !Xml.id(element).isEmpty())
                .forEach(element -> elements.put(Xml.id(element), element));
        return elements;
    }

    private static Element process(String xml) {
        try {
            return Xml.child(Xml.parse(xml), Xml.BPMN, "process").orElseThrow();
        } catch (SAXException fault) {
            throw new IllegalArgumentException("Only pipelines that were accepted can be compared", fault);
        }
    }
}
