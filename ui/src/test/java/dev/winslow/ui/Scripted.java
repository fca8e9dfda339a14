package dev.winslow.ui;

/** A pipeline of three stages that are shell scripts, so that a journey takes seconds: the second one fails until it is told otherwise. */
final class Scripted {
    static final String KEY = "scripted";

    private Scripted() {}

    static String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                             xmlns:winslow="http://winslow.dev/bpmn" id="definitions" targetNamespace="http://winslow.dev/pipelines">
                  <process id="scripted" name="Scripted" isExecutable="true">
                    <extensionElements>
                      <winslow:variable name="MODE" value="strict"/>
                      <winslow:variable name="PIN" value="sesame" secret="true"/>
                    </extensionElements>
                    <startEvent id="start"/>
                    %s
                    %s
                    %s
                    <endEvent id="end"/>
                    <sequenceFlow id="f1" sourceRef="start" targetRef="cut"/>
                    <sequenceFlow id="f2" sourceRef="cut" targetRef="measure"/>
                    <sequenceFlow id="f3" sourceRef="measure" targetRef="draw"/>
                    <sequenceFlow id="f4" sourceRef="draw" targetRef="end"/>
                  </process>
                </definitions>
                """.formatted(
                        stage(
                                "cut",
                                "Cut film",
                                "seq -f 'frame %g is cut' 1 20000; echo WARN one frame is dark; cd $WINSLOW_OUTPUT"
                                        + " &amp;&amp; printf 'time,speed\\n0,10\\n1,12\\n2,11\\n' &gt; speeds.csv"
                                        + " &amp;&amp; echo '{\"metres\": 0.17, \"points\": [1, 2]}' &gt; scale.json"
                                        + " &amp;&amp; echo '{\"type\": \"Point\"}' &gt; nowhere.json"
                                        + " &amp;&amp; { printf '{\"type\":\"FeatureCollection\",\"features\":[';"
                                        + " seq -s, -f '{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[%g,1]}}' 1 250;"
                                        + " echo ']}'; } &gt; places.geojson"
                                        + " &amp;&amp; mkdir plots &amp;&amp; printf 'gap\\n3\\n' &gt; plots/gaps.csv"),
                        stage(
                                "measure",
                                "Measure speeds",
                                "echo measuring with $MODE; cat $WINSLOW_WORKSPACE/extra/zones.txt 2&gt;/dev/null; if [ $MODE = strict ]; then echo error: too few points &gt;&amp;2; exit 3; fi"),
                        stage(
                                "draw",
                                "Draw charts",
                                "echo '&lt;svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"30\"/&gt;' &gt; $WINSLOW_OUTPUT/speeds.svg",
                                "<winslow:output path=\"speeds.svg\" label=\"Speeds by lane\"/>"
                                        + "<winslow:output path=\"lanes.svg\" label=\"Lanes\"/>"));
    }

    private static String stage(String id, String name, String script) {
        return stage(id, name, script, "");
    }

    private static String stage(String id, String name, String script, String outputs) {
        return """
                <serviceTask id="%s" name="%s" flowable:type="external-worker" flowable:topic="cpu">
                  <extensionElements>
                    <winslow:stage image="shell:1" retries="0">
                      <winslow:arg>-c</winslow:arg>
                      <winslow:arg>%s</winslow:arg>
                      <winslow:require cpus="0.1" memory="16MiB"/>
                      <winslow:env name="MODE">${MODE}</winslow:env>%s
                    </winslow:stage>
                  </extensionElements>
                </serviceTask>
                """.formatted(id, name, script, outputs);
    }
}
