package dev.winslow.ui.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.pipeline.PipelineParser;
import dev.winslow.engine.pipeline.PipelineReading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {
    static List<Template> templates() {
        return Template.ALL;
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateIsAPipelineThatIsAccepted(Template template) {
        assertThat(new PipelineParser().read(template.xml())).isInstanceOf(PipelineReading.Valid.class);
    }
}
