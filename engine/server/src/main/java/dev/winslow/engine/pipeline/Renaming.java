package dev.winslow.engine.pipeline;

import java.io.StringWriter;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Gives a pipeline another key, and leaves all else that its XML says. */
final class Renaming {
    /** Beside its own id: where the drawing and the pools refer to the process. */
    private static final Set<String> REFERENCES = Set.of("bpmnElement", "processRef");

    private Renaming() {}

    /** @param xml that was read before, so that it can be read */
    static String of(String xml, String key) {
        try {
            Element root = Xml.parse(xml);
            Element process = Xml.child(root, Xml.BPMN, "process").orElseThrow();
            String before = Xml.id(process);
            process.setAttribute("id", key);
            Xml.descendants(root)
                    .flatMap(element -> Xml.attributes(element).stream())
                    .filter(attribute -> REFERENCES.contains(attribute.getName()))
                    .filter(attribute -> attribute.getValue().equals(before))
                    .forEach(attribute -> attribute.setValue(key));
            return written(root);
        } catch (SAXException | TransformerException impossible) {
            throw new IllegalStateException("A pipeline that was read cannot be read again", impossible);
        }
    }

    private static String written(Element root) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        StringWriter out = new StringWriter();
        factory.newTransformer().transform(new DOMSource(root.getOwnerDocument()), new StreamResult(out));
        return out.toString();
    }
}
