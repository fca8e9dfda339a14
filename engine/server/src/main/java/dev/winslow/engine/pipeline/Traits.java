package dev.winslow.engine.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What an element of a pipeline says, as names and values that can be compared. Spelling, such as prefixes and indents, does not count. */
final class Traits {
    /** What stands for a value that is never shown. */
    static final String SECRET = "(secret)";

    private static final Set<String> SAID_ELSEWHERE = Set.of("incoming", "outgoing");
    private static final List<String> NAMING = List.of("name", "variable", "path");
    private static final Map<String, String> WORDS = Map.of("conditionExpression", "condition", "arg", "arguments");
    private static final String XML_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final Map<String, String> found = new LinkedHashMap<>();

    private Traits() {}

    static Map<String, String> of(Element element) {
        var traits = new Traits();
        traits.addAttributes(element, "");
        boolean process = Xml.is(element, Xml.BPMN, "process");
        for (var child : Xml.children(element)) {
            if (Xml.is(child, Xml.BPMN, "extensionElements")) {
                Xml.children(child).forEach(traits::addExtension);
            } else if (Xml.is(child, Xml.BPMN, "documentation")
                    || (!process && !SAID_ELSEWHERE.contains(child.getLocalName()))) {
                traits.add(word(child), text(child));
            }
        }
        return traits.found;
    }

    /** A stage or a task says what its element says; anything else there is one trait. */
    private void addExtension(Element extension) {
        if (!extension.getLocalName().equals("stage")
                && !extension.getLocalName().equals("task")) {
            addPart(extension);
            return;
        }
        addAttributes(extension, "");
        for (var part : Xml.children(extension)) {
            if (part.getLocalName().equals("require")) {
                addAttributes(part, "needs ");
            } else {
                addPart(part);
            }
        }
    }

    private void addPart(Element part) {
        Optional<Attr> naming = NAMING.stream()
                .flatMap(name -> attributes(part).filter(attribute -> name.equals(attribute.getLocalName())))
                .findFirst();
        String name =
                word(part) + naming.map(attribute -> " " + attribute.getValue()).orElse("");
        String said = attributes(part)
                .filter(attribute -> naming.filter(attribute::isSameNode).isEmpty())
                .map(attribute -> sentence(part, attribute))
                .collect(Collectors.joining(", "));
        add(name, Stream.of(said, text(part)).filter(words -> !words.isEmpty()).collect(Collectors.joining(" ")));
    }

    /** Of several elements of one name the order counts. */
    private void add(String name, String value) {
        String separator = name.equals("arguments") ? " " : "\n";
        found.merge(name, value, (before, next) -> before + separator + next);
    }

    private void addAttributes(Element element, String prefix) {
        attributes(element)
                .filter(attribute -> !attribute.getLocalName().equals("id"))
                .forEach(attribute -> add(prefix + attribute.getLocalName(), attribute.getValue()));
    }

    private static Stream<Attr> attributes(Element element) {
        return Xml.attributes(element).stream()
                .filter(attribute -> !XML_SCHEMA_INSTANCE.equals(attribute.getNamespaceURI())
                        && !attribute.getName().startsWith("xmlns"));
    }

    private static String sentence(Element part, Attr attribute) {
        if (attribute.getLocalName().equals("value")
                && part.getAttribute("secret").equals("true")) {
            return SECRET;
        }
        boolean says = Set.of("value", "label", "pattern").contains(attribute.getLocalName());
        return says ? attribute.getValue() : attribute.getLocalName() + " " + attribute.getValue();
    }

    private static String word(Element element) {
        return WORDS.getOrDefault(element.getLocalName(), element.getLocalName());
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
