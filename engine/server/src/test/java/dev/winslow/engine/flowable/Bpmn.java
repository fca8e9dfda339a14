package dev.winslow.engine.flowable;

/** Small processes for tests. */
final class Bpmn {
    private Bpmn() {}

    static String process(String key, String body) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                  <process id="%s" isExecutable="true">
                    <startEvent id="start"/>
                    <endEvent id="end"/>
                    %s
                  </process>
                </definitions>
                """.formatted(key, body);
    }

    static String stage(String id) {
        return "<serviceTask id='%s' flowable:type='external-worker' flowable:topic='cpu'/>".formatted(id);
    }

    static String person(String id) {
        return "<userTask id='%s' name='Ask about %s'/>".formatted(id, id);
    }

    static String flow(String... ids) {
        var flows = new StringBuilder();
        for (int i = 1; i < ids.length; i++) {
            flows.append(
                    "<sequenceFlow id='%1$s-%2$s' sourceRef='%1$s' targetRef='%2$s'/>".formatted(ids[i - 1], ids[i]));
        }
        return flows.toString();
    }

    static String flowIf(String from, String to, String condition) {
        return """
                <sequenceFlow id='%1$s-%2$s' sourceRef='%1$s' targetRef='%2$s'>
                  <conditionExpression xsi:type='tFormalExpression'>${%3$s}</conditionExpression>
                </sequenceFlow>
                """.formatted(from, to, condition);
    }
}
