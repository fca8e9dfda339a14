package dev.winslow.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What pages have to show: a project whose run has many attempts of a stage, and one with a long log.
 *
 * @param loud the project with the long log
 * @param log the attempt that left it
 * @param busy the project with many attempts
 */
record PageScene(String loud, String log, String busy) {
    private static final String LINES = "bench-page-lines";
    /** Prints 50 lines a second. */
    static final String SLOW = "bench-page-slow";

    private static final String MANY = "bench-page-many";

    /** Returns when all of it is there. */
    static PageScene make(ServerCalls server, long lines, int attempts, int projects)
            throws IOException, InterruptedException {
        server.deploy(stage(LINES, "bench/lines:1", "${LINES}", 0, ""));
        server.deploy(stage(MANY, "bench/nothing:1", "${ITEM}", 0, """
                <multiInstanceLoopCharacteristics isSequential="false" flowable:collection="ITEMS" flowable:elementVariable="ITEM"/>"""));
        server.deploy(stage(SLOW, "bench/lines:1", "1000000", 50, ""));
        for (int i = 0; i < projects; i++) {
            server.createProject(LINES);
        }
        String loud = server.createProject(LINES);
        String loudRun = server.startRun(loud, Map.of("LINES", String.valueOf(lines)));
        awaitEnd(server, loudRun);
        String busy = server.createProject(MANY);
        String items = IntStream.range(0, attempts).mapToObj(String::valueOf).collect(Collectors.joining(","));
        String busyRun = server.startRun(busy, Map.of("ITEMS", items));
        awaitEnd(server, busyRun);
        String log = server.get("/api/v1/runs/" + loudRun + "/attempts")
                .path(0)
                .path("id")
                .asString();
        return new PageScene(loud, log, busy);
    }

    private static void awaitEnd(ServerCalls server, String run) throws IOException, InterruptedException {
        while (true) {
            String state = server.get("/api/v1/runs/" + run).path("state").asString();
            if (state.equals("SUCCEEDED") || state.equals("FAILED")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static String stage(String key, String image, String count, int rate, String more) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                    xmlns:winslow="http://winslow.dev/bpmn" targetNamespace="http://winslow.dev/bench">
                  <process id="%s" name="Bench" isExecutable="true">
                    <startEvent id="start"/>
                    <serviceTask id="work" name="Work" flowable:type="external-worker" flowable:topic="cpu"><extensionElements>
                      <winslow:stage image="%s" retries="0" reuse="false">
                        <winslow:arg>%s</winslow:arg><winslow:arg>100</winslow:arg><winslow:arg>%d</winslow:arg>
                        <winslow:require cpus="1" memory="64MiB"/>
                      </winslow:stage>
                    </extensionElements>%s</serviceTask>
                    <endEvent id="end"/>
                    <sequenceFlow id="a" sourceRef="start" targetRef="work"/>
                    <sequenceFlow id="b" sourceRef="work" targetRef="end"/>
                  </process>
                </definitions>
                """.formatted(key, image, count, rate, more);
    }
}
