package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Answered;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.ProducedFile;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a stage says to Winslow by lines that it prints. */
class StageLinesTest extends WorkerAtAServer {
    @Test
    void setsVariablesByLinesOfTheLog() throws Exception {
        server.queue.add(assignment("echo winslow:set quality=good; echo winslow:set quality=better"));

        assertThat(outcome().variables()).isEqualTo(Map.of("quality", "better"));
    }

    @Test
    void asksAPersonAndWaitsForTheAnswer() throws Exception {
        Assignment asking = limited("""
                echo 'winslow:ask {"id": "north", "title": "Where is north?", "fields": [{"variable": "degrees",
                "label": "Degrees", "type": "number", "required": true, "choices": []}]}' | tr -d '\\n'; echo
                while [ ! -e .winslow/answers/north.json ]; do sleep 0.05; done; cat .winslow/answers/north.json
                """, Optional.empty(), Optional.of(Duration.ofSeconds(3)));
        server.queue.add(asking);
        Ask asked = server.asked.poll(20, TimeUnit.SECONDS);
        assertThat(asked).isNotNull();
        assertThat(asked.title()).isEqualTo("Where is north?");
        // Longer than the limit of silence: waiting for a person is none.
        assertThat(server.outcomes.poll(4, TimeUnit.SECONDS)).isNull();

        server.answers.add(new Answered(asking.attemptId(), "north", Map.of("degrees", "12")));

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines).extracting(LogLine::text).contains("{\"degrees\":\"12\"}");
    }

    @Test
    void endsAndGoesOnLaterWhereItWaitsForAPersonWithoutTheMachine() throws Exception {
        String script = """
                if [ -e .winslow/answers/north.json ]; then cat state.txt .winslow/answers/north.json; exit; fi
                echo 'winslow:ask {"id": "north", "title": "Where?", "release": true, "fields": [{"variable": "degrees",
                "label": "Degrees", "type": "number", "required": true, "choices": []}]}' | tr -d '\\n'; echo
                echo half > state.txt
                """;

        server.queue.add(assignment(script));
        Outcome released = outcome();
        server.lines.clear();
        server.queue.add(assignment(
                script,
                stored(Area.WORKSPACE, "state.txt", "half "),
                stored(Area.WORKSPACE, ".winslow/answers/north.json", "north")));
        Outcome outcome = outcome();

        assertThat(server.asked).hasSize(1);
        assertThat(released.state()).isEqualTo(AttemptState.RELEASED);
        assertThat(released.files()).extracting(ProducedFile::path).containsExactly("state.txt");
        assertThat(outcome.state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines).extracting(LogLine::text).contains("half north");
    }

    @Test
    void saysWhatIsWrongWithAQuestion() throws Exception {
        server.queue.add(assignment("echo 'winslow:ask {\"id\": 1'"));

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines)
                .anySatisfy(line -> assertThat(line.text()).startsWith("A question of the stage cannot be read"));
    }
}
