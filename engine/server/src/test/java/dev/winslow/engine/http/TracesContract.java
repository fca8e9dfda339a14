package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.worker.Assignment;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What a receiver of traces sees of runs. */
interface TracesContract {
    ServerOnADatabase server();

    SpanReceiver receiver();

    @Test
    default void showsRunStageAttemptAndWhatItDid() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = WorkingNode.join(server(), scene.key);
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();
            node.succeed(assignment);

            List<Span> spans = spans(run, 7);

            assertThat(spans)
                    .extracting(Span::getName, span -> parent(spans, span))
                    .containsExactlyInAnyOrder(
                            tuple("run " + scene.key, ""),
                            tuple("stage detect", "run " + scene.key),
                            tuple("attempt detect", "stage detect"),
                            tuple("queueing", "attempt detect"),
                            tuple("preparing", "attempt detect"),
                            tuple("program", "attempt detect"),
                            tuple("handing over", "attempt detect"));
            assertThat(receiver().service()).isEqualTo("winslow");
            assertThat(assignment.environment().get("TRACEPARENT"))
                    .isEqualTo("00-%s-%s-01".formatted(trace(run), id(named(spans, "attempt detect"))));
        }
    }

    @Test
    default void tellsOfAttemptsThatFailedAndOfRunsThatWereEnded() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = WorkingNode.join(server(), scene.key);
            UUID run = scene.start(scene.project()).id();
            node.fail(node.await(), "No vehicle was seen.");
            scene.cancel();

            List<Span> spans = spans(run, 7);

            assertThat(named(spans, "attempt detect").getStatus())
                    .returns(Status.StatusCode.STATUS_CODE_ERROR, Status::getCode)
                    .returns("No vehicle was seen.", Status::getMessage);
            assertThat(named(spans, "run " + scene.key).getStatus().getMessage())
                    .isEqualTo("ABORTED");
        }
    }

    @Test
    default void waitsForAReceiverThatIsAwayAndHoldsUpNothing() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = WorkingNode.join(server(), scene.key);
            receiver().answer(503);
            UUID run = scene.start(scene.project()).id();
            node.succeed(node.await());
            int calls = receiver().calls();
            await().until(() -> receiver().calls() > calls);
            assertThat(receiver().of(trace(run))).isEmpty();

            receiver().answer(200);

            spans(run, 7);
        } finally {
            receiver().answer(200);
        }
    }

    @Test
    default void passesOverWhatIsRefusedForGood() {
        try (Scene scene = new Scene(server()).deployOneStage();
                Scene next = new Scene(server()).deployOneStage()) {
            receiver().answer(400);
            WorkingNode node = WorkingNode.join(server(), scene.key);
            UUID refused = scene.start(scene.project()).id();
            int calls = receiver().calls();
            node.succeed(node.await());
            await().until(() -> receiver().calls() > calls);
            await().until(() -> server().database()
                    .sql(
                            "select p.reached >= (select max(e.sequence) from event e where e.run_id = :run) from trace_place p")
                    .param("run", refused)
                    .query(Boolean.class)
                    .single());

            receiver().answer(200);
            UUID taken = next.start(next.project()).id();
            next.cancel();

            spans(taken, 1);
            assertThat(receiver().of(trace(refused))).isEmpty();
        } finally {
            receiver().answer(200);
        }
    }

    @Test
    default void holdsNothingInTheDatabaseWhileTheReceiverTakesItsTime() {
        Queue<Integer> free = new ConcurrentLinkedQueue<>();
        receiver()
                .meanwhile(() -> free.add(server().database()
                        .sql("select id from trace_place where id = 1 for update skip locked")
                        .query(Integer.class)
                        .list()
                        .size()));
        try (Scene scene = new Scene(server()).deployOneStage()) {
            UUID run = scene.start(scene.project()).id();
            scene.cancel();

            spans(run, 1);

            assertThat(free).isNotEmpty().containsOnly(1);
        } finally {
            receiver().meanwhile(() -> {});
        }
    }

    @Test
    default void countsTheTriesOfAStageThatWasTriedBefore() {
        try (Scene scene = new Scene(server()).deployRetrying(1)) {
            WorkingNode node = WorkingNode.join(server(), scene.key);
            UUID run = scene.start(scene.project()).id();
            node.fail(node.await(), "No vehicle was seen.");
            spans(run, 1);
            node.succeed(node.await());

            List<Span> spans = spans(run, 12);

            assertThat(named(spans, "stage detect").getAttributesList())
                    .filteredOn(attribute -> attribute.getKey().equals("winslow.stage.attempts"))
                    .singleElement()
                    .satisfies(attribute ->
                            assertThat(attribute.getValue().getIntValue()).isEqualTo(2));
        }
    }

    private List<Span> spans(UUID run, int count) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> receiver().of(trace(run)), spans -> spans.size() >= count);
    }

    static String trace(UUID run) {
        return run.toString().replace("-", "");
    }

    private static Span named(List<Span> spans, String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + spans));
    }

    private static String id(Span span) {
        return HexFormat.of().formatHex(span.getSpanId().toByteArray());
    }

    private static String parent(List<Span> spans, Span child) {
        return spans.stream()
                .filter(span -> span.getSpanId().equals(child.getParentSpanId()))
                .map(Span::getName)
                .findFirst()
                .orElse("");
    }
}
