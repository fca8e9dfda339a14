package dev.winslow.engine.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys the pipelines that come with Winslow. */
@Component
class BundledPipelines {
    private static final String PATTERN = "classpath*:winslow/pipelines/*.bpmn";

    private final PipelineService pipelines;

    BundledPipelines(PipelineService pipelines) {
        this.pipelines = pipelines;
    }

    @EventListener(ApplicationStartedEvent.class)
    void deploy() throws IOException {
        Arrays.stream(new PathMatchingResourcePatternResolver().getResources(PATTERN))
                .map(BundledPipelines::read)
                .forEach(this::deploy);
    }

    private void deploy(String xml) {
        if (pipelines.deployBundled(xml) instanceof PipelineService.Deployment.Refused(var problems)) {
            throw new IllegalStateException("A bundled pipeline is refused: " + problems);
        }
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled pipeline " + resource + " cannot be read", e);
        }
    }
}
