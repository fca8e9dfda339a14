package dev.winslow.engine.http;

import dev.winslow.api.Paths;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A pipeline, a project and a node of its own for one test: only this node carries the tag that the pipeline's stages ask for. */
final class Scene implements AutoCloseable {
    final ServerOnADatabase server;
    final Caller caller;
    final String key;
    private Optional<UUID> run = Optional.empty();

    Scene(ServerOnADatabase server) {
        this(server, "p" + Ids.secret().substring(0, 12));
    }

    /** Another run of a pipeline that is deployed. */
    Scene(ServerOnADatabase server, String key) {
        this.key = key;
        this.server = server;
        this.caller = server.caller();
    }

    /** detect, track, then a person's review, which sends both back or ends the run. */
    Scene deployReviewed() {
        return deployReviewed("end", "");
    }

    /** As {@link #deployReviewed}, with one more stage behind the review. */
    Scene deployReviewedAndReported() {
        return deployReviewed(
                "report", stage("report") + "<sequenceFlow id=\"f6\" sourceRef=\"report\" targetRef=\"end\"/>");
    }

    private Scene deployReviewed(String behind, String more) {
        return deploy("""
                %s
                <userTask id="review" name="Review"><extensionElements><winslow:task form="review" video="a.mp4" redo="detect">
                  <winslow:field variable="decision" label="Decision" type="choice" required="true" choices="approve, redo"/>
                </winslow:task></extensionElements></userTask>
                <exclusiveGateway id="decide" default="f4"/>
                <sequenceFlow id="f0" sourceRef="start" targetRef="detect"/>
                <sequenceFlow id="f1" sourceRef="detect" targetRef="track"/>
                <sequenceFlow id="f2" sourceRef="track" targetRef="review"/>
                <sequenceFlow id="f3" sourceRef="review" targetRef="decide"/>
                <sequenceFlow id="f4" sourceRef="decide" targetRef="%s"/>
                <sequenceFlow id="f5" sourceRef="decide" targetRef="detect">
                  <conditionExpression xsi:type="tFormalExpression">${decision == 'redo'}</conditionExpression>
                </sequenceFlow>%s
                """.formatted(stage("detect") + stage("track"), behind, more));
    }

    Scene deployOneStage() {
        return deploy(stage("detect") + """
                <sequenceFlow id="f0" sourceRef="start" targetRef="detect"/>
                <sequenceFlow id="f1" sourceRef="detect" targetRef="end"/>
                """);
    }

    /** detect, then the end or a second stage: as a variable says that nobody has set before. */
    Scene deployDeciding(String variable, String value) {
        return deploy(stage("detect") + stage("repair") + """
                <exclusiveGateway id="decide" default="f3"/>
                <sequenceFlow id="f0" sourceRef="start" targetRef="detect"/>
                <sequenceFlow id="f1" sourceRef="detect" targetRef="decide"/>
                <sequenceFlow id="f2" sourceRef="decide" targetRef="end">
                  <conditionExpression xsi:type="tFormalExpression">${%s == '%s'}</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="f3" sourceRef="decide" targetRef="repair"/>
                <sequenceFlow id="f4" sourceRef="repair" targetRef="end"/>
                """.formatted(variable, value));
    }

    /** A stage that a timer interrupts. */
    Scene deployTimed(String duration) {
        return deploy(stage("detect") + """
                <endEvent id="late"/>
                <boundaryEvent id="limit" attachedToRef="detect" cancelActivity="true">
                  <timerEventDefinition><timeDuration>%s</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <sequenceFlow id="f0" sourceRef="start" targetRef="detect"/>
                <sequenceFlow id="f1" sourceRef="detect" targetRef="end"/>
                <sequenceFlow id="f2" sourceRef="limit" targetRef="late"/>
                """.formatted(duration));
    }

    Scene deployRetrying(int retries) {
        return deployOne("retries=\"%d\" backOff=\"PT0.1S\"".formatted(retries), "detect");
    }

    Scene deployRunningEveryTime() {
        return deployOne("reuse=\"false\"", "detect");
    }

    /** Two branches at once, each with a stage on a GPU, and one more behind the first. */
    Scene deployOnGpus() {
        return deploy(gpuStage("left") + gpuStage("right") + gpuStage("after") + """
                <parallelGateway id="fork"/><parallelGateway id="join"/>
                <sequenceFlow id="f0" sourceRef="start" targetRef="fork"/>
                <sequenceFlow id="f1" sourceRef="fork" targetRef="left"/>
                <sequenceFlow id="f2" sourceRef="fork" targetRef="right"/>
                <sequenceFlow id="f3" sourceRef="left" targetRef="after"/>
                <sequenceFlow id="f4" sourceRef="after" targetRef="join"/>
                <sequenceFlow id="f5" sourceRef="right" targetRef="join"/>
                <sequenceFlow id="f6" sourceRef="join" targetRef="end"/>
                """);
    }

    /** prepare, then left and right at once, then after. */
    Scene deployForked() {
        return deployForked("end", "");
    }

    /** As {@link #deployForked}, with one more stage behind them. */
    Scene deployForkedAndReported() {
        return deployForked(
                "report", stage("report") + "<sequenceFlow id=\"f8\" sourceRef=\"report\" targetRef=\"end\"/>");
    }

    /** The stages of {@link #deployForked} one after the other. */
    Scene deployInARow() {
        return deploy(stage("prepare") + stage("left") + stage("right") + stage("after") + """
                <sequenceFlow id="f0" sourceRef="start" targetRef="prepare"/>
                <sequenceFlow id="f1" sourceRef="prepare" targetRef="left"/>
                <sequenceFlow id="f2" sourceRef="left" targetRef="right"/>
                <sequenceFlow id="f3" sourceRef="right" targetRef="after"/>
                <sequenceFlow id="f4" sourceRef="after" targetRef="end"/>
                """);
    }

    private Scene deployForked(String behind, String more) {
        return deploy(stage("prepare") + stage("left") + stage("right") + stage("after") + """
                <parallelGateway id="fork"/><parallelGateway id="join"/>
                <sequenceFlow id="f0" sourceRef="start" targetRef="prepare"/>
                <sequenceFlow id="f1" sourceRef="prepare" targetRef="fork"/>
                <sequenceFlow id="f2" sourceRef="fork" targetRef="left"/>
                <sequenceFlow id="f3" sourceRef="fork" targetRef="right"/>
                <sequenceFlow id="f4" sourceRef="left" targetRef="join"/>
                <sequenceFlow id="f5" sourceRef="right" targetRef="join"/>
                <sequenceFlow id="f6" sourceRef="join" targetRef="after"/>
                <sequenceFlow id="f7" sourceRef="after" targetRef="%s"/>%s
                """.formatted(behind, more));
    }

    /** detect once for each film of VIDEOS, then track. */
    Scene deployForEach(boolean oneByOne) {
        return deploy("""
                <serviceTask id="detect" name="detect" flowable:type="external-worker" flowable:topic="%s">
                  <extensionElements>
                    <winslow:stage image="tool:1" retries="0"><winslow:arg>${VIDEO}</winslow:arg></winslow:stage>
                  </extensionElements>
                  <multiInstanceLoopCharacteristics isSequential="%s" flowable:collection="VIDEOS" flowable:elementVariable="VIDEO"/>
                </serviceTask>%s
                <sequenceFlow id="f0" sourceRef="start" targetRef="detect"/>
                <sequenceFlow id="f1" sourceRef="detect" targetRef="track"/>
                <sequenceFlow id="f2" sourceRef="track" targetRef="end"/>
                """.formatted(key, oneByOne, stage("track")));
    }

    /** One stage; the pipeline calls the variable P with its key behind it a secret. */
    Scene deployWithSecret() {
        return deploy("""
                <extensionElements><winslow:variable name="P%s" secret="true"/></extensionElements>
                """.formatted(key), stage("detect") + """
                <sequenceFlow id="f0" sourceRef="start" targetRef="detect"/>
                <sequenceFlow id="f1" sourceRef="detect" targetRef="end"/>
                """);
    }

    private String gpuStage(String id) {
        return """
                <serviceTask id="%s" name="%s" flowable:type="external-worker" flowable:topic="%s"><extensionElements>
                  <winslow:stage image="tool:1" retries="0"><winslow:require cpus="1" gpus="1"/></winslow:stage>
                </extensionElements></serviceTask>
                """.formatted(id, id, key);
    }

    /** One stage with these settings of winslow:stage, and these of winslow:require. */
    Scene deployStage(String settings, String require) {
        return deploy("""
                <serviceTask id="detect" name="Detect" flowable:type="external-worker" flowable:topic="%s"><extensionElements>
                  <winslow:stage image="tool:1" %s><winslow:require %s/></winslow:stage>
                </extensionElements></serviceTask>
                <sequenceFlow id="f0" sourceRef="start" targetRef="detect"/>
                <sequenceFlow id="f1" sourceRef="detect" targetRef="end"/>
                """.formatted(key, settings, require));
    }

    /** One stage, with what its pipeline says that it leaves. */
    Scene deployLeaving(String outputs) {
        return deploy("""
                <serviceTask id="detect" name="detect" flowable:type="external-worker" flowable:topic="%s"><extensionElements>
                  <winslow:stage image="tool:1" retries="0"><winslow:env name="FILM">a</winslow:env>%s</winslow:stage>
                </extensionElements></serviceTask>
                <sequenceFlow id="f0" sourceRef="start" targetRef="detect"/>
                <sequenceFlow id="f1" sourceRef="detect" targetRef="end"/>
                """.formatted(key, outputs));
    }

    Scene deployNeeding(String variable) {
        return deployOne("retries=\"0\"", "${" + variable + "}");
    }

    private Scene deployOne(String settings, String argument) {
        return deploy("""
                <serviceTask id="detect" name="detect" flowable:type="external-worker" flowable:topic="%s"><extensionElements>
                  <winslow:stage image="tool:1" %s><winslow:arg>%s</winslow:arg></winslow:stage>
                </extensionElements></serviceTask>
                <sequenceFlow id="f0" sourceRef="start" targetRef="detect"/>
                <sequenceFlow id="f1" sourceRef="detect" targetRef="end"/>
                """.formatted(key, settings, argument));
    }

    private Scene deploy(String body) {
        return deploy("", body);
    }

    private Scene deploy(String extensions, String body) {
        caller.postXml(Paths.PIPELINES, """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                            xmlns:winslow="http://winslow.dev/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                          <process id="%s" name="Pipeline %s" isExecutable="true">%s
                            <startEvent id="start"/><endEvent id="end"/>%s
                          </process>
                        </definitions>
                        """.formatted(key, key, extensions, body))
                .as(Map.class);
        return this;
    }

    private String stage(String id) {
        return """
                <serviceTask id="%s" name="%s" flowable:type="external-worker" flowable:topic="%s"><extensionElements>
                  <winslow:stage image="tool:1" retries="0"><winslow:arg>%s</winslow:arg></winslow:stage>
                </extensionElements></serviceTask>
                """.formatted(id, id, key, id);
    }

    ProjectView project() {
        return caller.post(Paths.PROJECTS, new CreateProject("Project " + key, key, List.of("test")))
                .as(ProjectView.class);
    }

    RunView start(ProjectView project) {
        return start(project, StartRun.with(Map.of()));
    }

    RunView start(ProjectView project, StartRun request) {
        RunView started = caller.post(Paths.PROJECTS + "/" + project.id() + "/runs", request)
                .as(RunView.class);
        run = Optional.of(started.id());
        return started;
    }

    WorkingNode node() {
        return WorkingNode.join(server, key);
    }

    RunView show(UUID id) {
        return caller.get(Paths.RUNS + "/" + id).as(RunView.class);
    }

    List<AttemptView> attempts(UUID id) {
        return caller.get(Paths.RUNS + "/" + id + "/attempts").listOf(AttemptView.class);
    }

    StepView step(UUID id, String step) {
        return show(id).steps().stream()
                .filter(candidate -> candidate.id().equals(step))
                .findFirst()
                .orElseThrow();
    }

    StepState state(UUID id, String step) {
        return step(id, step).state();
    }

    TaskView task(ProjectView project) {
        return caller.get(Paths.TASKS + "?project=" + project.id())
                .listOf(TaskView.class)
                .getFirst();
    }

    Answer decide(ProjectView project, String decision) {
        return caller.post(
                Paths.TASKS + "/" + task(project).id() + "/complete",
                new CompleteTask(Map.of("decision", decision), Map.of()));
    }

    /** Leaves nothing behind that other tests' clocks or nodes could stumble over. */
    @Override
    public void close() {
        cancel();
    }

    void cancel() {
        run.ifPresent(id -> caller.post(Paths.RUNS + "/" + id + "/cancel"));
    }
}
