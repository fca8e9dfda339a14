package dev.winslow.faults.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ShapeTest {
    @ParameterizedTest
    @EnumSource
    void expectsASuccessOfEachOfItsStages(Shape shape) throws Exception {
        Document bpmn = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(shape.bpmn())));

        NodeList stages = bpmn.getElementsByTagName("serviceTask");

        assertThat(IntStream.range(0, stages.getLength())
                        .mapToObj(i -> stages.item(i)
                                .getAttributes()
                                .getNamedItem("id")
                                .getNodeValue()))
                .containsExactlyInAnyOrderElementsOf(shape.successes().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsKey(Shape shape) {
        assertThat(Shape.ofKey(shape.key())).isEqualTo(shape);
    }
}
