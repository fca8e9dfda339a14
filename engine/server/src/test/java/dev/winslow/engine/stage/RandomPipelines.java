package dev.winslow.engine.stage;

import java.util.List;

/** Pipelines with everything that makes steering hard: loops, forks within forks, choices, and stages for each item of a list. */
final class RandomPipelines {
    static final List<String> ALL = List.of(
            pipeline("loop", """
                    %s%s%s
                    <exclusiveGateway id="decide" default="f4"/>
                    <sequenceFlow id="f0" sourceRef="start" targetRef="a"/><sequenceFlow id="f1" sourceRef="a" targetRef="b"/>
                    <sequenceFlow id="f2" sourceRef="b" targetRef="review"/><sequenceFlow id="f3" sourceRef="review" targetRef="decide"/>
                    <sequenceFlow id="f4" sourceRef="decide" targetRef="end"/>
                    <sequenceFlow id="f5" sourceRef="decide" targetRef="a">
                      <conditionExpression xsi:type="tFormalExpression">${decision == 'redo'}</conditionExpression>
                    </sequenceFlow>
                    """.formatted(stage("a", ""), stage("b", ""), review())),
            pipeline("fork", """
                    %s%s%s%s%s%s
                    <parallelGateway id="outer"/><parallelGateway id="inner"/>
                    <parallelGateway id="innerJoin"/><parallelGateway id="outerJoin"/>
                    <sequenceFlow id="f0" sourceRef="start" targetRef="a"/><sequenceFlow id="f1" sourceRef="a" targetRef="outer"/>
                    <sequenceFlow id="f2" sourceRef="outer" targetRef="b"/><sequenceFlow id="f3" sourceRef="outer" targetRef="inner"/>
                    <sequenceFlow id="f4" sourceRef="inner" targetRef="c"/><sequenceFlow id="f5" sourceRef="inner" targetRef="d"/>
                    <sequenceFlow id="f6" sourceRef="c" targetRef="innerJoin"/><sequenceFlow id="f7" sourceRef="d" targetRef="innerJoin"/>
                    <sequenceFlow id="f8" sourceRef="innerJoin" targetRef="e"/><sequenceFlow id="f9" sourceRef="e" targetRef="outerJoin"/>
                    <sequenceFlow id="g0" sourceRef="b" targetRef="outerJoin"/>
                    <sequenceFlow id="g1" sourceRef="outerJoin" targetRef="review"/><sequenceFlow id="g2" sourceRef="review" targetRef="end"/>
                    """.formatted(
                            stage("a", ""), stage("b", ""), stage("c", ""), stage("d", ""), stage("e", ""), review())),
            pipeline("each", """
                    %s%s%s
                    <sequenceFlow id="f0" sourceRef="start" targetRef="a"/><sequenceFlow id="f1" sourceRef="a" targetRef="b"/>
                    <sequenceFlow id="f2" sourceRef="b" targetRef="c"/><sequenceFlow id="f3" sourceRef="c" targetRef="end"/>
                    """.formatted(stage("a", ""), stage("b", each(false)), stage("c", each(true)))),
            pipeline("choice", """
                    %s%s%s%s
                    <inclusiveGateway id="some" default="f2"/><inclusiveGateway id="meet"/>
                    <sequenceFlow id="f0" sourceRef="start" targetRef="a"/><sequenceFlow id="f1" sourceRef="a" targetRef="some"/>
                    <sequenceFlow id="f2" sourceRef="some" targetRef="b"/>
                    <sequenceFlow id="f3" sourceRef="some" targetRef="c">
                      <conditionExpression xsi:type="tFormalExpression">${items != 'x'}</conditionExpression>
                    </sequenceFlow>
                    <sequenceFlow id="f4" sourceRef="b" targetRef="meet"/><sequenceFlow id="f5" sourceRef="c" targetRef="meet"/>
                    <sequenceFlow id="f6" sourceRef="meet" targetRef="d"/><sequenceFlow id="f7" sourceRef="d" targetRef="end"/>
                    """.formatted(stage("a", ""), stage("b", ""), stage("c", ""), stage("d", ""))));

    private RandomPipelines() {}

    private static String pipeline(String key, String body) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                    xmlns:winslow="http://winslow.dev/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                  <process id="random-%s" name="Random %s" isExecutable="true"><startEvent id="start"/><endEvent id="end"/>%s</process>
                </definitions>
                """.formatted(key, key, body);
    }

    private static String stage(String id, String loop) {
        return """
                <serviceTask id="%s" name="%s" flowable:type="external-worker" flowable:topic="random"><extensionElements>
                  <winslow:stage image="tool:1" retries="1" backOff="PT0.001S"><winslow:require cpus="0.01" memory="1MiB"/></winslow:stage>
                </extensionElements>%s</serviceTask>
                """.formatted(id, id, loop);
    }

    private static String each(boolean oneByOne) {
        return """
                <multiInstanceLoopCharacteristics isSequential="%s" flowable:collection="items" flowable:elementVariable="item"/>
                """.formatted(oneByOne);
    }

    private static String review() {
        return """
                <userTask id="review" name="Review"><extensionElements><winslow:task form="review" video="a.mp4">
                  <winslow:field variable="decision" label="Decision" type="choice" required="true" choices="approve, redo"/>
                </winslow:task></extensionElements></userTask>
                """;
    }
}
