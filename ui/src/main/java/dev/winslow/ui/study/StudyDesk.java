package dev.winslow.ui.study;

import dev.winslow.api.project.ProjectView;
import dev.winslow.api.study.StartStudy;
import dev.winslow.api.study.StudySummary;
import dev.winslow.api.study.StudyView;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.study.Studies;
import dev.winslow.engine.study.StudyViews;
import dev.winslow.engine.variable.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that starting studies and looking at them asks of the server. */
@Component
public class StudyDesk {
    private final Studies studies;
    private final StudyViews views;
    private final PipelineService pipelines;
    private final Variables variables;

    StudyDesk(Studies studies, StudyViews views, PipelineService pipelines, Variables variables) {
        this.studies = studies;
        this.views = views;
        this.pipelines = pipelines;
        this.variables = variables;
    }

    List<StudySummary> all(UUID project) {
        return views.ofProject(project);
    }

    Optional<StudyView> study(UUID project, UUID id) {
        return views.find(project, id);
    }

    UUID start(UUID project, StartStudy request) {
        return studies.start(project, request);
    }

    void end(UUID study) {
        studies.cancel(study);
    }

    /** Names that a study can vary, as far as they are known before. */
    List<String> variables(ProjectView project) {
        return pipelines
                .newest(project.pipelineKey())
                .flatMap(version -> pipelines.spec(version.definitionId()))
                .map(spec -> variables.ofRun(project.id(), spec, Map.of()).values().keySet().stream()
                        .sorted()
                        .toList())
                .orElse(List.of());
    }
}
