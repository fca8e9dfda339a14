package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.trigger.ChangeTrigger;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.engine.Changes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** What tests of triggers ask of the server. */
final class TriggerCalls {
    private TriggerCalls() {}

    /** Does it once this trigger has fired, before the round goes on with the next: on the thread that fires, behind its transaction. */
    static AutoCloseable whenFired(ServerOnADatabase server, Scene scene, CreatedTrigger first, Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        return server.context().getBean(Changes.class).subscribe(id -> {
            if (!done.get() && !firings(scene, first).isEmpty() && done.compareAndSet(false, true)) {
                work.run();
            }
        });
    }

    static void change(Scene scene, CreatedTrigger made, TriggerSource source, Map<String, String> variables) {
        Answer answer = scene.caller.putJson(of(made), new ChangeTrigger("Test", source, variables, List.of()));
        assertThat(answer.status()).isEqualTo(200);
    }

    static CreatedTrigger create(Scene scene, TriggerSource source, Map<String, String> variables) {
        return scene.caller
                .post(Paths.TRIGGERS, new CreateTrigger("Test", source, variables))
                .as(CreatedTrigger.class);
    }

    static TriggerView show(Scene scene, CreatedTrigger made) {
        return scene.caller.get(of(made)).as(TriggerView.class);
    }

    static List<FiringView> firings(Scene scene, CreatedTrigger made) {
        return scene.caller.get(of(made) + "/firings").listOf(FiringView.class);
    }

    static void cancel(Scene scene, FiringView firing) {
        String run = Paths.RUNS + "/" + firing.runId().orElseThrow();
        assertThat(scene.caller.post(run + "/cancel").as(RunView.class).state()).isEqualTo(RunState.ABORTED);
    }

    static String of(CreatedTrigger made) {
        return Paths.TRIGGERS + "/" + made.trigger().id();
    }
}
