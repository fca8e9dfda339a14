package dev.winslow.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class SettingsTest {
    private static final Path PIPELINE =
            Path.of("../../processes/src/main/resources/winslow/pipelines/vehicle-tracking.bpmn");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{\\w+:-(.*)}");

    private final CommandSpec tracker = new CommandLine(new TrackerApplication()).getCommandSpec();

    @Test
    void countAsGivenOrElseByTheirDefaults() {
        Map<String, String> environment = Map.of("CONFIDENCE", "0.4", "MODEL", "small.onnx", "METRES_PER_PIXEL", " ");

        assertThat(Settings.effective(tracker, environment::get))
                .containsOnly(
                        entry("CONFIDENCE", "0.4"),
                        entry("DETECTION_THRESHOLD", "12"),
                        entry("DEVICE", "cpu"),
                        entry("MAX_GAP_SECONDS", "1.0"),
                        entry("MIN_VEHICLE_AREA", "0"),
                        entry("MODEL", "small.onnx"),
                        entry("RENDER_LINES", "1080"),
                        entry("TILES", "false"));
    }

    @Test
    void areThoseOfTheShippedPipelineWithTheSameDefaults() throws Exception {
        Map<String, String> shipped = new TreeMap<>();
        elements("variable")
                .forEach(variable -> shipped.put(variable.getAttribute("name"), variable.getAttribute("value")));
        elements("env").forEach(variable -> {
            Matcher placeholder = PLACEHOLDER.matcher(variable.getTextContent());
            if (placeholder.matches()) {
                shipped.put(variable.getAttribute("name"), placeholder.group(1));
            }
        });

        assertThat(shipped).isEqualTo(Settings.defaults(tracker));
    }

    @Test
    void includeAllThatTheReviewOffers() throws Exception {
        List<String> offered = elements("field").stream()
                .map(field -> field.getAttribute("variable"))
                .filter(variable -> !variable.equals("decision"))
                .toList();

        assertThat(offered).isNotEmpty();
        assertThat(Settings.defaults(tracker).keySet()).containsAll(offered);
    }

    private static List<Element> elements(String name) throws Exception {
        NodeList found = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(PIPELINE.toFile())
                .getElementsByTagNameNS("http://winslow.dev/bpmn", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }
}
