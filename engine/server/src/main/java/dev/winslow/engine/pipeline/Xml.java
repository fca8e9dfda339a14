package dev.winslow.engine.pipeline;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML that strangers sent, and walks it. */
final class Xml {
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String FLOWABLE = "http://flowable.org/bpmn";
    static final String WINSLOW = "http://winslow.dev/bpmn";

    private Xml() {}

    /** No document type, so no entities: neither files nor addresses can be reached, nor memory be blown up. */
    static Element parse(String xml) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException("The JDK's XML parser refuses its own features", impossible);
        }
    }

    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static List<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    static Optional<Element> child(Element parent, String namespace, String name) {
        return children(parent, namespace, name).stream().findFirst();
    }

    /** What the extension elements of a BPMN element hold under this name. */
    static List<Element> extensions(Element element, String name) {
        return children(element, BPMN, "extensionElements").stream()
                .flatMap(extensions -> children(extensions, WINSLOW, name).stream())
                .toList();
    }

    static Stream<Element> descendants(Element parent) {
        return children(parent).stream().flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    /** The text directly within an element, without that of its children. */
    static String ownText(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Text.class::isInstance)
                .map(Node::getTextContent)
                .collect(Collectors.joining());
    }

    static List<Attr> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .map(Attr.class::cast)
                .toList();
    }

    static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.getAttribute(name).strip()).filter(value -> !value.isEmpty());
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }

    /** The id of the nearest element around that has one: that is what an author finds in the diagram. */
    static String owner(Element element) {
        for (Node node = element; node instanceof Element candidate; node = node.getParentNode()) {
            if (!id(candidate).isEmpty()) {
                return id(candidate);
            }
        }
        return "";
    }

    /** Without it the parser would print to the console. */
    private static class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException fault) {
            // A warning of the parser does not change what the document says.
        }

        @Override
        public void error(SAXParseException fault) throws SAXParseException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXParseException {
            throw fault;
        }
    }
}
