package dev.winslow.ui;

/** A pipeline whose stage leaves a film, tracks of two vehicles and charts within a second, for a person to judge. */
final class Reviewed {
    static final String KEY = "reviewed";

    private Reviewed() {}

    static String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                             xmlns:winslow="http://winslow.dev/bpmn" id="definitions" targetNamespace="http://winslow.dev/pipelines">
                  <process id="reviewed" name="Reviewed" isExecutable="true">
                    <extensionElements>
                      <winslow:variable name="SPEED" value="10"/>
                    </extensionElements>
                    <startEvent id="start"/>
                    <serviceTask id="track" name="Track vehicles" flowable:type="external-worker" flowable:topic="cpu">
                      <extensionElements>
                        <winslow:stage image="shell:1" retries="0">
                          <winslow:arg>-c</winslow:arg>
                          <winslow:arg>%s</winslow:arg>
                          <winslow:require cpus="0.1" memory="16MiB"/>
                          <winslow:env name="SPEED">${SPEED}</winslow:env>
                        </winslow:stage>
                      </extensionElements>
                    </serviceTask>
                    <userTask id="review" name="Review the result">
                      <extensionElements>
                        <winslow:task form="review" redo="track">
                          <winslow:field variable="decision" label="Decision" type="choice" required="true" value="approve" choices="approve,redo"/>
                          <winslow:field variable="SPEED" label="Speed in m/s" type="number"/>
                        </winslow:task>
                      </extensionElements>
                    </userTask>
                    <exclusiveGateway id="decide" default="finish"/>
                    <endEvent id="end"/>
                    <sequenceFlow id="f1" sourceRef="start" targetRef="track"/>
                    <sequenceFlow id="f2" sourceRef="track" targetRef="review"/>
                    <sequenceFlow id="f3" sourceRef="review" targetRef="decide"/>
                    <sequenceFlow id="finish" sourceRef="decide" targetRef="end"/>
                    <sequenceFlow id="again" sourceRef="decide" targetRef="track">
                      <conditionExpression xsi:type="tFormalExpression">${decision == 'redo'}</conditionExpression>
                    </sequenceFlow>
                  </process>
                </definitions>
                """.formatted(script().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** One vehicle is in view all the time, the other one in the film's first half. */
    private static String script() {
        return """
                cd $WINSLOW_OUTPUT && cp %s result.mp4 &&
                echo '{"width": 1920, "height": 1080, "meanFps": 25}' > video.json &&
                awk -v s=$SPEED 'BEGIN {
                  print "frame,time_s,track_id,class,x_px,y_px,length_px,width_px,heading_deg,speed_mps";
                  for (f = 0; f < 302; f++) {
                    printf "%%d,%%.3f,1,car,%%d,500,80,40,0,%%.1f\\n", f, f / 25, 200 + 5 * f, s;
                    if (f < 151) printf "%%d,%%.3f,2,bus,%%d,700,160,50,180,%%.1f\\n", f, f / 25, 1700 - 9 * f, s + f / 20;
                  }
                }' > trajectories.csv && mkdir charts && for c in flow heat-map; do
                  echo '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect x="60" y="80" width="400" height="240" fill="#47a"/></svg>' > charts/$c.svg
                done""".formatted(Clip.whole());
    }
}
