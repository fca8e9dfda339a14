package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.pipeline.PipelineChange;
import dev.winslow.api.pipeline.PipelineContent;
import dev.winslow.api.pipeline.PipelineDiff;
import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.api.pipeline.PipelineVersionView;
import dev.winslow.engine.pipeline.PipelineHistory;
import dev.winslow.engine.pipeline.PipelineParser;
import dev.winslow.engine.pipeline.PipelineReading;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.ui.security.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All that the pages of pipelines ask of the server. */
@Component
class PipelineDesk {
    private final PipelineService pipelines;
    private final PipelineHistory history;
    private final PipelineParser parser;
    private final JsonMapper json;

    PipelineDesk(PipelineService pipelines, PipelineHistory history, PipelineParser parser, JsonMapper json) {
        this.pipelines = pipelines;
        this.history = history;
        this.parser = parser;
        this.json = json;
    }

    List<PipelineVersion> all() {
        return pipelines.list();
    }

    int countProjects(String key) {
        return history.countProjects(key);
    }

    Optional<PipelineVersion> newest(String key) {
        return pipelines.newest(key);
    }

    List<PipelineVersionView> versions(String key) {
        return history.versions(key);
    }

    List<PipelineUser> users(String key) {
        return history.users(key, Person.viewer());
    }

    PipelineContent content(String key, int version) {
        return history.content(key, version);
    }

    String xml(String key, int version) {
        return history.xml(key, version);
    }

    PipelineDiff diff(String key, int from, int to) {
        return history.diff(key, from, to);
    }

    List<PipelineProblem> check(String xml) {
        return pipelines.check(xml);
    }

    List<PipelineChange> changesBy(String xml) {
        return history.changesBy(xml);
    }

    /** What deploying the XML would make, such as "version 3 of Tracking"; empty where it would be refused. */
    Optional<String> outcomeOf(String xml) {
        return parser.read(xml) instanceof PipelineReading.Valid(var spec)
                ? Optional.of(pipelines
                        .newest(spec.key())
                        .map(newest -> t("version {0} of {1}", newest.version() + 1, newest.name()))
                        .orElse(t("a new pipeline with the key {0}", spec.key())))
                : Optional.empty();
    }

    /** The key that the XML has; nothing where it would be refused. */
    Optional<String> keyOf(String xml) {
        return pipelines.keyOf(xml);
    }

    PipelineService.Deployment deploy(String xml) {
        return pipelines.deploy(xml);
    }

    void retire(String key) {
        pipelines.retire(key);
    }

    void restore(String key) {
        pipelines.restore(key);
    }

    String problemsAsJson(String xml) {
        return json.writeValueAsString(check(xml));
    }
}
