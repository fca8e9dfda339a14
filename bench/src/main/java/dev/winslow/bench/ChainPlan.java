package dev.winslow.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the systems are given to do.
 *
 * @param stages of a chain
 * @param slots how many stages the worker runs at once
 */
record ChainPlan(int stages, int slots, Database database, Jvm jvm) {

    /** What distinguishes it from others of the same measurement. */
    String label() {
        return database.name() + ", " + jvm;
    }

    /** H2 where there is no address, in a file of the system's own folder. */
    record Database(String name, Optional<String> url) {

        List<String> winslow() {
            return url.map(address -> List.of("--spring.datasource.url=" + address, USER))
                    .orElseGet(List::of);
        }

        List<String> operaton(Path folder) {
            return url.map(address -> List.of("--spring.datasource.url=" + address, USER))
                    .orElseGet(() -> List.of(
                            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("operaton"),
                            "--spring.datasource.username=sa"));
        }

        private static final String USER = "--spring.datasource.username=postgres";
    }

    /** A start, the service tasks, whose ids are the word stage and their number from 0 on, with a flow from each to the next, and an end. */
    static String bpmn(String id, String namespaces, String serviceTasks, int stages) {
        StringBuilder flows = new StringBuilder();
        for (int i = 0; i <= stages; i++) {
            flows.append("<sequenceFlow id=\"flow%d\" sourceRef=\"%s\" targetRef=\"%s\"/>\n"
                    .formatted(i, i == 0 ? "start" : "stage" + (i - 1), i == stages ? "end" : "stage" + i));
        }
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" %s targetNamespace="http://winslow.dev/bench">
                  <process id="%s" name="Chain" isExecutable="true">
                    <startEvent id="start"/>
                    %s<endEvent id="end"/>
                    %s</process>
                </definitions>
                """.formatted(namespaces, id, serviceTasks, flows);
    }
}
