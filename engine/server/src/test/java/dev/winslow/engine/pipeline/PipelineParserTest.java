package dev.winslow.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.api.stage.ContainerNeeds;
import dev.winslow.api.stage.NodeNeeds;
import dev.winslow.api.task.TaskForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineParserTest {
    static final String STAGE = """
            <serviceTask id="detect" name="Detect vehicles" flowable:type="external-worker" flowable:topic="gpu">
              <extensionElements>
                <winslow:stage image="winslow/tracker:1" timeout="PT12H" silence="PT30M" retries="2" backOff="PT10S" discardable="true" denyExit="3, 10-19">
                  <winslow:arg>detect</winslow:arg>
                  <winslow:arg>--video</winslow:arg>
                  <winslow:env name="MODEL">${MODEL:-}</winslow:env>
                  <winslow:require cpus="1.5" memory="8GiB" tag="cuda fast"/>
                  <winslow:progress pattern="(?&lt;subject&gt;\\w+): (?&lt;percent&gt;[\\d.]+) ?%"/>
                  <winslow:fail pattern="0 records detected"/>
                  <winslow:warn pattern="^WARN "/>
                  <winslow:output path="detections.csv" label="Detections"/>
                </winslow:stage>
              </extensionElements>
            </serviceTask>
            """;
    private static final String REVIEW = """
            <userTask id="review" name="Review">
              <extensionElements>
                <winslow:task form="review" video="result.mp4" redo="detect">
                  <winslow:field variable="decision" label="Decision" type="choice" required="true" choices="approve, redo"/>
                </winslow:task>
              </extensionElements>
            </userTask>
            """;
    static final String GOOD = pipeline(STAGE + REVIEW + """
            <exclusiveGateway id="decide" default="to-end"/>
            <sequenceFlow id="to-detect" sourceRef="start" targetRef="detect"/>
            <sequenceFlow id="to-review" sourceRef="detect" targetRef="review"/>
            <sequenceFlow id="to-decide" sourceRef="review" targetRef="decide"/>
            <sequenceFlow id="to-end" sourceRef="decide" targetRef="end"/>
            <sequenceFlow id="redo" sourceRef="decide" targetRef="detect">
              <conditionExpression xsi:type="tFormalExpression">${decision == 'redo'}</conditionExpression>
            </sequenceFlow>
            """);

    static String pipeline(String body) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                    xmlns:winslow="http://winslow.dev/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                  <process id="tracking" name="Tracking" isExecutable="true">
                    <documentation>Tracks vehicles.</documentation>
                    <extensionElements><winslow:variable name="MODEL" value="small"/></extensionElements>
                    <startEvent id="start"/>
                    <endEvent id="end"/>
                    %s
                  </process>
                </definitions>
                """.formatted(body);
    }

    @Test
    void readsAStage() {
        var stage = read(GOOD).stage("detect").orElseThrow();

        assertThat(stage.image()).isEqualTo("winslow/tracker:1");
        assertThat(stage.arguments()).containsExactly("detect", "--video");
        assertThat(stage.environment()).containsEntry("MODEL", "${MODEL:-}");
        assertThat(stage.requirements().cores()).isEqualTo(1.5);
        assertThat(stage.requirements().memoryBytes()).isEqualTo(8L << 30);
        assertThat(stage.requirements().gpus()).isEqualTo(1);
        assertThat(stage.requirements().tags()).isEqualTo(Set.of("cuda", "fast"));
        assertThat(stage.timeout()).contains(Duration.ofHours(12));
        assertThat(stage.backOff()).contains(Duration.ofSeconds(10));
        assertThat(stage.retries()).isEqualTo(2);
        assertThat(stage.discardable()).isTrue();
        assertThat(stage.exitCodes().sentence(12)).contains("denies (3, 10-19)");
        assertThat(stage.exitCodes().allows(4)).isTrue();
        assertThat(stage.failPatterns()).containsExactly("0 records detected");
        assertThat(stage.outputs()).containsExactly(new StageSpec.Output("detections.csv", "Detections", false));
    }

    @Test
    void readsThatAnOutputNeedNotBeThere() {
        String optional = GOOD.replace("<winslow:output path", "<winslow:output optional=\"true\" path");

        assertThat(read(optional).stage("detect").orElseThrow().outputs())
                .containsExactly(new StageSpec.Output("detections.csv", "Detections", true));
        assertThat(problems(optional.replace("optional=\"true\"", "optional=\"maybe\"")))
                .anySatisfy(found -> assertThat(found.problem()).contains("maybe"));
    }

    @Test
    void keepsAStageInAClosedContainerUnlessItAsksForMore() {
        String open = GOOD.replace(
                "tag=\"cuda fast\"", "network=\"true\" writableRoot=\"true\" user=\"1000:100\" sharedMemory=\"2GiB\"");

        assertThat(read(GOOD).stage("detect").orElseThrow().requirements().container())
                .isEqualTo(ContainerNeeds.NONE);
        assertThat(read(open).stage("detect").orElseThrow().requirements().container())
                .isEqualTo(new ContainerNeeds(true, true, Optional.of("1000:100"), Optional.of(2L << 30)));
    }

    @Test
    void readsWhereAStageWantsToRun() {
        String wanting = GOOD.replace(
                "tag=\"cuda fast\"", "gpuMemory=\"8GiB\" wish=\"ssd fast\" node=\"gpu-01\" apart=\"disk\"");

        assertThat(read(GOOD).stage("detect").orElseThrow().requirements().place())
                .isEqualTo(NodeNeeds.NONE);
        assertThat(read(wanting).stage("detect").orElseThrow().requirements().place())
                .isEqualTo(new NodeNeeds(8L << 30, Set.of("ssd", "fast"), Optional.of("gpu-01"), Set.of("disk")));
    }

    @Test
    void refusesAVariableForTheNameOfANode() {
        assertThat(problems(GOOD.replace("tag=\"cuda fast\"", "node=\"${NODE}\"")))
                .anySatisfy(found -> assertThat(found.problem()).contains("is no name"));
    }

    @Test
    void readsATask() {
        var task = read(GOOD).task("review").orElseThrow();

        assertThat(task.form()).isEqualTo(TaskForm.REVIEW);
        assertThat(task.settings()).containsEntry("video", "result.mp4").containsEntry("redo", "detect");
        assertThat(task.fields().getFirst().choices()).containsExactly("approve", "redo");
    }

    @Test
    void readsTheWhole() {
        var spec = read(GOOD);

        assertThat(spec.key()).isEqualTo("tracking");
        assertThat(spec.name()).isEqualTo("Tracking");
        assertThat(spec.description()).isEqualTo("Tracks vehicles.");
        assertThat(spec.variables()).containsEntry("MODEL", "small");
        assertThat(spec.stepOrder()).containsExactly("detect", "review");
        assertThat(spec.flow().before()).containsEntry("detect", List.of("start", "decide"));
        assertThat(spec.flow().joins()).isEmpty();
    }

    @Test
    void ordersBranchesBeforeTheirJoin() {
        var spec = read(pipeline(stage("late") + stage("a") + stage("b") + """
                <parallelGateway id="fork"/><parallelGateway id="join"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="fork"/>
                <sequenceFlow id="f2" sourceRef="fork" targetRef="a"/>
                <sequenceFlow id="f3" sourceRef="fork" targetRef="b"/>
                <sequenceFlow id="f4" sourceRef="a" targetRef="join"/>
                <sequenceFlow id="f5" sourceRef="b" targetRef="join"/>
                <sequenceFlow id="f6" sourceRef="join" targetRef="late"/>
                <sequenceFlow id="f7" sourceRef="late" targetRef="end"/>
                """));

        assertThat(spec.stepOrder()).containsExactly("a", "b", "late");
        assertThat(spec.flow().joins()).containsExactly("join");
    }

    private static String stage(String id) {
        return STAGE.replace("id=\"detect\"", "id=\"%s\"".formatted(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name="Tracking"                         | name=""                               | tracking | has no name
            isExecutable="true"                     |                                       | tracking | cannot be executed
            image="winslow/tracker:1"               |                                       | detect   | has no image
            timeout="PT12H"                         | timeout="12 hours"                    | detect   | is no duration
            silence="PT30M"                         | silence="PT0S"                        | detect   | is not positive
            memory="8GiB"                           | memory="8 gigs"                       | detect   | is no amount of memory
            cpus="1.5"                              | cpus="many"                           | detect   | is no number
            tag="cuda fast"                         | user="root"                           | detect   | is no number of a user
            tag="cuda fast"                         | network="bridge"                      | detect   | is neither true nor false
            retries="2"                             | retries="0.5"                         | detect   | is not whole
            pattern="0 records detected"            | pattern="(unclosed"                   | detect   | cannot be read
            pattern="0 records detected"            | pattern="(?!no)records"               | detect   | cannot be read
            pattern="^WARN "                        | pattern="(a+)b\\1"                    | detect   | invalid escape sequence
            (?&lt;percent&gt;[\\d.]+)               | [\\d.]+                               | detect   | where the percentage stands
            discardable="true"                      | discardable="yes"                     | detect   | neither true nor false
            denyExit="3, 10-19"                     | denyExit="minus one"                  | detect   | is no exit code
            denyExit="3, 10-19"                     | allowExit="9-3"                       | detect   | is no exit code
            denyExit="3, 10-19"                     | allowExit="256"                       | detect   | is no exit code
            discardable="true"                      | reuse="never"                         | detect   | neither true nor false
            flowable:type="external-worker"         | flowable:class="java.lang.Runtime"    | detect   | is no stage
            flowable:type="external-worker"         | flowable:delegateExpression="x"       | detect   | flowable:delegateExpression has no place
            flowable:topic="gpu"                    |                                       | detect   | asks for no capability
            <winslow:arg>detect</winslow:arg>       | <winslow:arrg>x</winslow:arrg>        | detect   | <winslow:arrg> has no place
            form="review"                           | form="survey"                         | review   | no form 'survey'
            redo="detect"                           | redo="nothing"                        | review   | no stage 'nothing'
            variable="decision"                     | variable="the decision"               | review   | no name of a variable
            choices="approve, redo"                 |                                       | review   | offers no choices
            default="to-end"                        |                                       | decide   | no condition holds
            sourceRef="review" targetRef="decide"   | sourceRef="review" targetRef="gone"   | to-decide | leads nowhere
            ${decision == 'redo'}                   | ${runtimeService.x()}                 | redo     | reaches beyond
            xsi:type="tFormalExpression"            | language="javascript"                 | redo     | names a language
            name="Review"                           | name="${''.getClass()}"               | review   | reaches beyond
            <endEvent id="end"/>                    | <endEvent id="end"/><scriptTask id="s"/> | s     | <scriptTask> has no place
            <exclusiveGateway id="decide"           | <exclusiveGateway id="review"         | review   | used twice
            """)
    void namesTheElementAndWhatIsWrong(String good, String bad, String element, String problem) {
        String broken = GOOD.replaceFirst(
                java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad == null ? "" : bad));

        assertThat(broken).isNotEqualTo(GOOD);
        assertThat(problems(broken)).anySatisfy(found -> {
            assertThat(found.element()).isEqualTo(element);
            assertThat(found.problem()).contains(problem);
            assertThat(found.remedy()).isNotBlank();
        });
    }

    @Test
    void refusesListenersWhereverTheyHide() {
        String listener = "<flowable:executionListener event=\"start\" class=\"evil.Code\"/>";

        assertThat(problems(GOOD.replaceFirst("<extensionElements>", "<extensionElements>" + listener)))
                .anySatisfy(found -> assertThat(found.problem()).contains("executionListener"));
        assertThat(problems(GOOD.replace("</winslow:stage>", "</winslow:stage>" + listener)))
                .anySatisfy(found -> assertThat(found.element()).isEqualTo("detect"));
    }

    @Test
    void readsNoFileThatADocumentTypeNames() {
        String attack = "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"
                + GOOD.replace("Tracks vehicles.", "&secret;");

        assertThat(problems(attack))
                .singleElement()
                .satisfies(found -> assertThat(found.problem()).contains("DOCTYPE"));
    }

    @Test
    void tellsTextFromXml() {
        assertThat(problems("hello")).hasSize(1);
        assertThat(problems("<html/>")).hasSize(1);
    }

    @Test
    void wantsAtLeastOneStage() {
        assertThat(problems(pipeline("<sequenceFlow id='f' sourceRef='start' targetRef='end'/>")))
                .extracting(PipelineProblem::problem)
                .containsExactly("The pipeline has no stage");
    }

    private static PipelineSpec read(String xml) {
        return switch (new PipelineParser().read(xml)) {
            case PipelineReading.Valid(var spec) -> spec;
            case PipelineReading.Invalid(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<PipelineProblem> problems(String xml) {
        return switch (new PipelineParser().read(xml)) {
            case PipelineReading.Valid valid -> throw new AssertionError("accepted: " + valid);
            case PipelineReading.Invalid(var problems) -> problems;
        };
    }
}
