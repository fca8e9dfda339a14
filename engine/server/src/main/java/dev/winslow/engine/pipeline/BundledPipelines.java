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

/** Deploys the pipelines that come with Winslow; one that is there already in the same bytes stays as it is. */
@Component
class BundledPipelines {
    private static final String PATTERN = "classpath*:winslow/pipelines/*.bpmn";

    private final PipelineService pipelines;
    private final PipelineRepository repository;

    BundledPipelines(PipelineService pipelines, PipelineRepository repository) {
        this.pipelines = pipelines;
        this.repository = repository;
    }

    @EventListener(ApplicationStartedEvent.class)
    void deploy() throws IOException {
        Arrays.stream(new PathMatchingResourcePatternResolver().getResources(PATTERN))
                .map(BundledPipelines::read)
                .filter(xml -> !isDeployedAndRetired(xml))
                .forEach(pipelines::deploy);
    }

    /** What a person retired stays retired. */
    private boolean isDeployedAndRetired(String xml) {
        return PipelineParser.parse(xml) instanceof ParsedPipeline.Valid(PipelineSpec spec)
                && repository
                        .newest(spec.key())
                        .filter(PipelineRepository.Row::retired)
                        .isPresent();
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled pipeline " + resource + " cannot be read", e);
        }
    }
}
