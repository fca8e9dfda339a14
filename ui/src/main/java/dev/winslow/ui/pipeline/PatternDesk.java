package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.UI;
import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.StagePatterns;
import dev.winslow.api.pipeline.TryPatterns;
import dev.winslow.engine.log.LogSearch;
import dev.winslow.engine.stage.RecentAttempts;
import dev.winslow.engine.stage.RecentAttempts.Nearness;
import dev.winslow.engine.stage.RecentAttempts.Recent;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Background;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers the modeller what patterns find in logs. Questions and answers are JSON. */
@Component
class PatternDesk {
    private final LogSearch logs;
    private final RecentAttempts attempts;
    private final Background background;
    private final JsonMapper json;

    PatternDesk(LogSearch logs, RecentAttempts attempts, Background background, JsonMapper json) {
        this.logs = logs;
        this.attempts = attempts;
        this.background = background;
        this.json = json;
    }

    /** What the modeller asks: of an attempt's log, or of lines that the person brought. */
    private record Question(StagePatterns patterns, List<String> lines, Optional<UUID> attempt) {}

    /** A log to choose. */
    private record Log(UUID id, String group, String words) {}

    /** A log may be long, so the page goes on until there is an answer. */
    void answer(UI page, PipelineModeller.Trial asked) {
        background.ask(
                page,
                () -> json.writeValueAsString(trial(json.readValue(asked.question(), Question.class), asked.wanted())),
                asked.answer(),
                refusal -> asked.answer().accept(json.writeValueAsString(Map.of("refused", refusal))));
    }

    private PatternTrial trial(Question question, BooleanSupplier wanted) throws InterruptedException {
        StagePatterns patterns = question.patterns();
        return question.attempt().isPresent()
                ? logs.tryPatterns(question.attempt().get(), patterns, wanted)
                : logs.tryPatterns(
                        new TryPatterns(patterns.progress(), patterns.fail(), patterns.warn(), question.lines()),
                        wanted);
    }

    String logs(String pipelineKey, String stageId) {
        return json.writeValueAsString(attempts.of(pipelineKey, stageId, Person.viewer()).stream()
                .map(PatternDesk::log)
                .toList());
    }

    private static Log log(Recent attempt) {
        return new Log(
                attempt.id(),
                group(attempt.nearness()),
                t(
                        "{0}: {1}, attempt {2}, {3}, {4}",
                        attempt.project(),
                        attempt.stage(),
                        attempt.number(),
                        Words.time(attempt.assignedAt()),
                        Words.stateInSentence(attempt.state())));
    }

    private static String group(Nearness nearness) {
        return switch (nearness) {
            case SAME_STAGE -> t("Attempts at this stage");
            case SAME_PIPELINE -> t("Other stages of this pipeline");
            case ELSEWHERE -> t("Other pipelines");
        };
    }
}
