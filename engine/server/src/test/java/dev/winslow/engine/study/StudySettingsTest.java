package dev.winslow.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StudySettingsTest {
    @Test
    void allowsTwoHundredRunsUnlessSetOtherwise() {
        assertThat(bound(Map.of()).mostRuns()).isEqualTo(200);
        assertThat(bound(Map.of("winslow.study.most-runs", "1000")).mostRuns()).isEqualTo(1000);
    }

    private static StudySettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("winslow.study", StudySettings.class);
    }
}
