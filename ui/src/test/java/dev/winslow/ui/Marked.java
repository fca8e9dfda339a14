package dev.winslow.ui;

/** A pipeline whose only stage draws a frame, on which a person then sets points. */
final class Marked {
    static final String KEY = "marked";

    private Marked() {}

    static String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                             xmlns:winslow="http://winslow.dev/bpmn" id="definitions" targetNamespace="http://winslow.dev/pipelines">
                  <process id="marked" name="Marked" isExecutable="true">
                    <startEvent id="start"/>
                    <serviceTask id="draw" name="Draw frame" flowable:type="external-worker" flowable:topic="cpu">
                      <extensionElements>
                        <winslow:stage image="shell:1" retries="0">
                          <winslow:arg>-c</winslow:arg>
                          <winslow:arg>echo '&lt;svg xmlns="http://www.w3.org/2000/svg" width="800" height="450"&gt;&lt;rect width="800" height="450" fill="#345"/&gt;&lt;/svg&gt;' &gt; $WINSLOW_WORKSPACE/frame.svg</winslow:arg>
                          <winslow:require cpus="0.1" memory="16MiB"/>
                        </winslow:stage>
                      </extensionElements>
                    </serviceTask>
                    <userTask id="set" name="Set points">
                      <extensionElements>
                        <winslow:task form="reference-points" frame="frame.svg" answer="reference-points.json" due="P2D"/>
                      </extensionElements>
                    </userTask>
                    <endEvent id="end"/>
                    <sequenceFlow id="f1" sourceRef="start" targetRef="draw"/>
                    <sequenceFlow id="f2" sourceRef="draw" targetRef="set"/>
                    <sequenceFlow id="f3" sourceRef="set" targetRef="end"/>
                  </process>
                </definitions>
                """;
    }
}
