package dev.winslow.faults.work;

/** The BPMN of a small pipeline. */
final class Drawing {
    private final StringBuilder elements = new StringBuilder();
    private final String key;

    Drawing(String key) {
        this.key = key;
    }

    /**
     * @param pause between its lines, five times, in seconds
     * @param needs stages whose files must be there
     */
    Drawing stage(String id, double pause, int kilobytes, String needs, String... mode) {
        return element("""
                <serviceTask id="%s" name="%s" flowable:type="external-worker" flowable:topic="cpu"><extensionElements>
                  <winslow:stage image="faults/stage:1" retries="6" backOff="PT0.2S" timeout="PT1M">
                    <winslow:arg>${KEY}</winslow:arg><winslow:arg>%s</winslow:arg><winslow:arg>%s</winslow:arg>
                    <winslow:arg>%d</winslow:arg><winslow:arg>%s</winslow:arg><winslow:arg>%s</winslow:arg>
                    <winslow:require cpus="1" memory="1MiB"/>
                  </winslow:stage>
                </extensionElements></serviceTask>
                """.formatted(id, id, id, pause, kilobytes, needs, mode.length == 0 ? "plain" : mode[0]));
    }

    Drawing element(String xml) {
        elements.append(xml.strip()).append('\n');
        return this;
    }

    Drawing flow(String from, String to) {
        return element(
                "<sequenceFlow id=\"%s-to-%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(from, to, from, to));
    }

    Drawing flow(String from, String to, String condition) {
        return element("""
                <sequenceFlow id="%s-to-%s" sourceRef="%s" targetRef="%s">
                  <conditionExpression xsi:type="tFormalExpression">%s</conditionExpression>
                </sequenceFlow>
                """.formatted(from, to, from, to, condition));
    }

    String bpmn() {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:flowable="http://flowable.org/bpmn" xmlns:winslow="http://winslow.dev/bpmn" targetNamespace="http://winslow.dev/faults">
                  <process id="%s" name="%s" isExecutable="true">
                    <extensionElements><winslow:variable name="again" value="no"/></extensionElements>
                    <startEvent id="start"/>
                    <endEvent id="end"/>
                    %s
                  </process>
                </definitions>
                """.formatted(key, key, elements);
    }
}
