package dev.winslow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ExtensionSchemaTest {
    private static final String WINSLOW = "http://winslow.dev/bpmn";

    @ParameterizedTest
    @ValueSource(strings = {"vehicle-tracking", "hello-video"})
    void describesEveryExtensionOfTheShippedPipelines(String key) throws Exception {
        int validated = validate(Shipped.pipeline(key));

        assertThat(validated).isGreaterThanOrEqualTo(2);
    }

    @Test
    void refusesWhatItDoesNotDescribe() {
        String misspelt = Shipped.pipeline("hello-video").replace("memory=\"1GiB\"", "memory=\"1 gig\"");

        assertThatThrownBy(() -> validate(misspelt))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("memory");
    }

    /** Validates each extension element by itself, and answers how many there were. */
    private static int validate(String xml) throws Exception {
        var validator = schema().newValidator();
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
        var elements = document.getElementsByTagNameNS(WINSLOW, "*");
        int validated = 0;
        for (int i = 0; i < elements.getLength(); i++) {
            var element = (Element) elements.item(i);
            if (!WINSLOW.equals(element.getParentNode().getNamespaceURI())) {
                validator.validate(new DOMSource(element));
                validated++;
            }
        }
        return validated;
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(Shipped.read("winslow.xsd"))));
    }
}
